// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/csv_source.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

#include "data/memory_dataset.h"
#include "datasets/csv_reader.h"
#include "datasets/file_bytes.h"
#include "datasets/source_options.h"
#include "report/error.h"

namespace neurarium {

namespace {

constexpr std::uint64_t kLargestFile = 1ULL << 30U;
constexpr double kMostClasses = 65536;
constexpr std::size_t kShownText = 40;

/// What the table holds: numbers row by row, and the texts of the target column.
struct Table {
    std::string path;
    std::string target;
    std::vector<float> inputs;
    std::vector<std::string> answers;
    std::vector<std::int64_t> lines; ///< where each row begins
    std::size_t width = 0;

    std::string place(std::size_t row, const std::string& column) const {
        return path + ":" + std::to_string(lines[row]) + ", " + column;
    }
};

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// A finite number that fills the whole field; nothing otherwise.
std::optional<double> parsedNumber(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double value = 0;
    const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (trouble != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    if (!std::isfinite(static_cast<float>(value)))
        return std::nullopt;
    return value;
}

char delimiterOf(const Experiment& experiment) {
    const std::string& text = std::get<std::string>(sourceOption(experiment, "delimiter"));
    if (text == "tab" || text == "\\t")
        return '\t';
    if (text.size() != 1 || text == "\"" || text == "\n" || text == "\r")
        throw Error(
            ProblemKind::Refused, "data.delimiter",
            explain("Problem", "must be one character such as , or ; or the word tab, is \"%1\"", {text}));
    return text[0];
}

std::size_t columnNumber(const std::vector<std::string>& header, const std::string& name,
                         const std::string& place) {
    const auto found = std::find(header.begin(), header.end(), name);
    std::string names;
    for (const std::string& column : header)
        names += (names.empty() ? "" : ", ") + column;
    if (found == header.end())
        throw Error(
            ProblemKind::Refused, place,
            explain("Problem", "there is no column \"%1\"; there are: %2", {name, names}),
            explain("Problem", "The first line of the file must name the columns; check the delimiter too"));
    if (std::find(found + 1, header.end(), name) != header.end())
        throw Error(
            ProblemKind::Refused, place,
            explain("Problem", "there are several columns \"%1\"; give them different names", {name}));
    return static_cast<std::size_t>(found - header.begin());
}

std::vector<std::size_t> inputColumns(const Experiment& experiment, const std::vector<std::string>& header,
                                      std::size_t target) {
    const auto& wanted = std::get<std::vector<std::string>>(sourceOption(experiment, "columns"));
    std::vector<std::size_t> columns;
    for (const std::string& name : wanted)
        columns.push_back(columnNumber(header, name, "data.columns"));
    for (std::size_t i = 0; wanted.empty() && i < header.size(); ++i)
        if (i != target)
            columns.push_back(i);
    if (columns.empty())
        throw Error(ProblemKind::Refused, "data.columns",
                    explain("Problem", "no column is left for the inputs"));
    if (std::find(columns.begin(), columns.end(), target) != columns.end())
        throw Error(ProblemKind::Refused, "data.columns",
                    explain("Problem", "the target \"%1\" cannot be an input as well", {header[target]}));
    return columns;
}

float inputNumber(const Table& table, const std::string& text, const std::string& column) {
    const auto number = parsedNumber(text);
    if (!number)
        throw Error(ProblemKind::Refused, table.place(table.lines.size() - 1, column),
                    explain("Problem", "\"%1\" is not a number", {text.substr(0, kShownText)}),
                    explain("Problem", "Correct the cell, or name the columns to learn from in \"columns\""));
    return static_cast<float>(*number);
}

Table readTable(const Experiment& experiment) {
    const std::filesystem::path path = sourcePath(experiment);
    const std::vector<std::uint8_t> bytes = readFileBytes(path, kLargestFile);
    CsvReader reader({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, delimiterOf(experiment),
                     path.string());
    std::vector<std::string> header, fields;
    reader.next(header);
    for (std::string& name : header)
        name = std::string(trimmed(name));
    Table table{path.string(), std::get<std::string>(sourceOption(experiment, "target")), {}, {}, {}, 0};
    const std::size_t target = columnNumber(header, table.target, "data.target");
    const std::vector<std::size_t> columns = inputColumns(experiment, header, target);
    table.width = columns.size();
    while (reader.next(fields)) {
        table.lines.push_back(reader.line());
        if (fields.size() != header.size())
            throw Error(ProblemKind::Refused, table.path + ":" + std::to_string(reader.line()),
                        explain("Problem", "there are %1 fields; the first line names %2 columns",
                                {std::to_string(fields.size()), std::to_string(header.size())}));
        for (const std::size_t column : columns)
            table.inputs.push_back(inputNumber(table, fields[column], header[column]));
        table.answers.emplace_back(trimmed(fields[target]));
        if (table.answers.back().empty())
            throw Error(ProblemKind::Refused, table.place(table.lines.size() - 1, table.target),
                        explain("Problem", "the right answer is missing"));
    }
    if (table.answers.empty())
        throw Error(ProblemKind::Refused, table.path,
                    explain("Problem", "there are no rows behind the column names"));
    return table;
}

std::vector<float> values(const Table& table) {
    std::vector<float> numbers;
    for (std::size_t row = 0; row < table.answers.size(); ++row) {
        const auto number = parsedNumber(table.answers[row]);
        if (!number)
            throw Error(
                ProblemKind::Refused, table.place(row, table.target),
                explain("Problem", "\"%1\" is not a number", {table.answers[row].substr(0, kShownText)}),
                explain("Problem", "Choose the loss cross_entropy to tell classes apart"));
        numbers.push_back(static_cast<float>(*number));
    }
    return numbers;
}

std::vector<float> classNumbers(const Table& table, DatasetDescription& description) {
    std::vector<float> numbers;
    for (std::size_t row = 0; row < table.answers.size(); ++row) {
        const double number = *parsedNumber(table.answers[row]);
        if (!(number >= 0 && number < kMostClasses) || number != std::floor(number))
            throw Error(
                ProblemKind::Refused, table.place(row, table.target),
                explain("Problem", "the class is %1; class numbers are whole numbers from 0 to %2",
                        {table.answers[row].substr(0, kShownText),
                         std::to_string(static_cast<int>(kMostClasses) - 1)}),
                explain("Problem", "Choose the loss mse to learn numbers, or write classes as words"));
        description.classes = std::max(description.classes, static_cast<std::int64_t>(number) + 1);
        numbers.push_back(static_cast<float>(number));
    }
    return numbers;
}

std::vector<float> namedClasses(const Table& table, const std::vector<std::string>& known,
                                DatasetDescription& description) {
    const std::set<std::string> found(table.answers.begin(), table.answers.end());
    description.classNames = known.empty() ? std::vector<std::string>(found.begin(), found.end()) : known;
    description.classes = static_cast<std::int64_t>(description.classNames.size());
    std::vector<float> numbers;
    for (std::size_t row = 0; row < table.answers.size(); ++row) {
        const auto& names = description.classNames;
        const auto name = std::find(names.begin(), names.end(), table.answers[row]);
        if (name == names.end())
            throw Error(ProblemKind::Refused, table.place(row, table.target),
                        explain("Problem", "\"%1\" is none of the classes that are learned",
                                {table.answers[row].substr(0, kShownText)}));
        numbers.push_back(static_cast<float>(name - names.begin()));
    }
    return numbers;
}

} // namespace

DataSplit readCsv(const Experiment& experiment, const ReadContext& context) {
    const Table table = readTable(experiment);
    DatasetDescription description;
    description.inputShape = Shape{static_cast<std::int64_t>(table.width)};
    const bool numeric = std::all_of(table.answers.begin(), table.answers.end(),
                                     [](const std::string& text) { return parsedNumber(text).has_value(); });
    std::vector<float> answers;
    if (experiment.loss.type == "mse" || experiment.loss.type == "mae") {
        description.targetKind = TargetKind::Values;
        answers = values(table);
    } else if (numeric && context.classNames.empty()) {
        answers = classNumbers(table, description);
    } else {
        answers = namedClasses(table, context.classNames, description);
    }
    const auto rows = static_cast<std::int64_t>(answers.size());
    DataSplit split;
    split.training = std::make_shared<MemoryDataset>(
        description, Tensor(description.inputShape.withBatch(rows), table.inputs),
        Tensor(Shape{rows, 1}, answers));
    split.report.read = 1;
    return split;
}

} // namespace neurarium
