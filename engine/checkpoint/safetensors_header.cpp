// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpoint/safetensors_header.h"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>
#include <utility>

#include <nlohmann/json.hpp>

#include "report/error.h"

namespace neurarium {

namespace {

constexpr std::string_view kMetadata = "__metadata__";
constexpr std::string_view kHashKey = "sha256";
constexpr std::size_t kHashLength = 64;
constexpr std::size_t kLongestToken = 1'000'000;
constexpr std::size_t kMostKept = 8'000'000;
constexpr std::size_t kKeptForEntry = 240;

struct TypeName {
    ElementType type;
    std::string_view name;
};
constexpr std::array<TypeName, 10> kTypeNames{{{ElementType::F16, "F16"},
                                               {ElementType::BF16, "BF16"},
                                               {ElementType::F32, "F32"},
                                               {ElementType::F64, "F64"},
                                               {ElementType::I64, "I64"},
                                               {ElementType::I32, "I32"},
                                               {ElementType::I16, "I16"},
                                               {ElementType::I8, "I8"},
                                               {ElementType::U8, "U8"},
                                               {ElementType::Boolean, "BOOL"}}};

std::string quoted(const std::string& text) {
    try {
        return nlohmann::json(text).dump();
    } catch (const nlohmann::json::exception&) {
        throw Error(ProblemKind::Refused, "safetensors", explain("Problem", "a name or text is not UTF-8"));
    }
}

std::string placeText(const TensorPlace& place) {
    std::string text = "{\"data_offsets\":[" + std::to_string(place.begin) + "," + std::to_string(place.end) +
                       "],\"dtype\":\"" + typeName(place.type) + "\",\"shape\":[";
    for (std::size_t axis = 0; axis < place.shape.rank(); ++axis)
        text.append(axis == 0 ? "" : ",").append(std::to_string(place.shape[axis]));
    return text + "]}";
}

/// Bytes of a tensor of this type and shape; nothing when that does not fit into 63 bits.
std::optional<std::uint64_t> byteCount(ElementType type, const std::vector<std::int64_t>& lengths) {
    std::int64_t count = elementSize(type);
    for (const std::int64_t length : lengths) {
        if (length != 0 && count > std::numeric_limits<std::int64_t>::max() / length)
            return std::nullopt;
        count *= length;
    }
    return static_cast<std::uint64_t>(count);
}

/// Takes the header's JSON piece by piece and refuses whatever the format does not know, before it is stored.
class HeaderReader {
public:
    HeaderReader(SafetensorsHeader& header, const std::string& where)
        : m_header(header)
        , m_where(where) {}

    bool null() { unexpected(); }
    bool boolean(bool) { unexpected(); }
    bool number_integer(std::int64_t) { unexpected(); }
    bool number_float(double, const std::string&) { unexpected(); }
    bool binary(std::vector<std::uint8_t>&) { unexpected(); }

    bool number_unsigned(std::uint64_t number) {
        keep(sizeof(number));
        if (m_place == Place::Offsets && m_offsets.size() < 2)
            m_offsets.push_back(number);
        else if (m_place == Place::Shape && number <= std::uint64_t{std::numeric_limits<std::int64_t>::max()})
            m_lengths.push_back(static_cast<std::int64_t>(number));
        else
            unexpected();
        return true;
    }

    bool string(std::string& text) {
        keep(text.size());
        if (m_place == Place::Metadata)
            m_header.metadata[m_name] = std::move(text);
        else if (m_place == Place::Tensor && m_field == "dtype")
            readType(text);
        else
            unexpected();
        return true;
    }

    bool start_object(std::size_t) {
        if (m_place == Place::Outside)
            m_place = Place::File;
        else if (m_place == Place::File)
            m_place = m_name == kMetadata ? Place::Metadata : Place::Tensor;
        else
            unexpected();
        return true;
    }

    bool key(std::string& text) {
        keep(kKeptForEntry + text.size());
        if (m_place == Place::Tensor) {
            readField(text);
            return true;
        }
        m_name = std::move(text);
        bool isNew = false;
        if (m_place == Place::Metadata)
            isNew = m_header.metadata.emplace(m_name, std::string()).second;
        else if (m_name == kMetadata)
            isNew = !std::exchange(m_sawMetadata, true);
        else
            isNew = m_header.tensors.emplace(m_name, TensorPlace()).second;
        if (!isNew)
            fail(explain("Problem", "the name \"%1\" comes twice in the header", {m_name}));
        return true;
    }

    bool end_object() {
        if (m_place == Place::Tensor)
            finishTensor();
        m_place = m_place == Place::File ? Place::Outside : Place::File;
        return true;
    }

    bool start_array(std::size_t) {
        if (m_place == Place::Tensor && m_field == "shape")
            m_place = Place::Shape;
        else if (m_place == Place::Tensor && m_field == "data_offsets")
            m_place = Place::Offsets;
        else
            unexpected();
        return true;
    }

    bool end_array() {
        m_place = Place::Tensor;
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) {
        fail(explain("Problem", "the header is not valid JSON at byte %1", {std::to_string(position)}));
    }

private:
    enum class Place { Outside, File, Metadata, Tensor, Shape, Offsets };

    [[noreturn]] void fail(Message what) const {
        throw Error(ProblemKind::DamagedFile, m_where, std::move(what));
    }

    [[noreturn]] void unexpected() const {
        fail(explain("Problem", "the header has a value of the wrong kind at \"%1\"", {m_name}));
    }

    void keep(std::size_t bytes) {
        m_kept += bytes;
        if (m_kept > kMostKept)
            fail(explain("Problem", "the header lists more than a checkpoint can hold"));
    }

    void readField(const std::string& field) {
        if (field != "dtype" && field != "shape" && field != "data_offsets")
            fail(explain("Problem", "the tensor \"%1\" has the unknown entry \"%2\"", {m_name, field}));
        if (std::find(m_fields.begin(), m_fields.end(), field) != m_fields.end())
            fail(explain("Problem", "the tensor \"%1\" has the entry \"%2\" twice", {m_name, field}));
        m_fields.push_back(field);
        m_field = field;
    }

    void readType(const std::string& text) {
        const auto* row = std::find_if(kTypeNames.begin(), kTypeNames.end(),
                                       [&text](const TypeName& known) { return known.name == text; });
        if (row == kTypeNames.end())
            fail(explain("Problem", "the tensor \"%1\" has the type \"%2\", which is not known",
                         {m_name, text}));
        m_type = row->type;
    }

    void finishTensor() {
        if (m_fields.size() != 3 || m_offsets.size() != 2)
            fail(explain("Problem", "the tensor \"%1\" needs dtype, shape and two data_offsets", {m_name}));
        const std::optional<std::uint64_t> bytes = byteCount(m_type, m_lengths);
        if (!bytes || m_offsets[1] < m_offsets[0] || m_offsets[1] - m_offsets[0] != *bytes)
            fail(
                explain("Problem", "the shape of the tensor \"%1\" does not fit its data_offsets", {m_name}));
        m_header.tensors[m_name] = {m_type, Shape(std::exchange(m_lengths, {})), m_offsets[0], m_offsets[1]};
        m_offsets.clear();
        m_fields.clear();
        m_field.clear();
    }

    SafetensorsHeader& m_header;
    const std::string& m_where;
    Place m_place = Place::Outside;
    std::string m_name;  ///< of the tensor or metadata entry under way
    std::string m_field; ///< "dtype", "shape" or "data_offsets"
    std::vector<std::string> m_fields;
    ElementType m_type = ElementType::F32;
    std::vector<std::int64_t> m_lengths;
    std::vector<std::uint64_t> m_offsets;
    std::size_t m_kept = 0;
    bool m_sawMetadata = false;
};

/// What the JSON reader would accept, or take much memory for: control characters, and tokens without an end.
void checkTokens(std::string_view text, const std::string& where) {
    bool inText = false;
    std::size_t length = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r')
            throw Error(
                ProblemKind::DamagedFile, where,
                explain("Problem", "the header has a control character at byte %1", {std::to_string(i)}));
        if (inText && c == '\\')
            ++i;
        else if (c == '"')
            inText = !inText;
        const bool ends =
            c == '"' || (!inText && std::string_view(",:{}[]").find(c) != std::string_view::npos);
        length = ends ? 0 : length + 1;
        if (length > kLongestToken)
            throw Error(ProblemKind::DamagedFile, where,
                        explain("Problem", "the header has a text of more than %1 bytes",
                                {std::to_string(kLongestToken)}));
    }
}

void checkOffsets(const SafetensorsHeader& header, std::optional<std::uint64_t> dataBytes,
                  const std::string& where) {
    std::uint64_t expected = 0;
    for (const std::string& name : header.fileOrder()) {
        const TensorPlace& place = header.tensors.at(name);
        if (place.begin != expected)
            throw Error(ProblemKind::DamagedFile, where,
                        explain("Problem",
                                "the tensor \"%1\" should begin at byte %2 of the data, but begins at %3",
                                {name, std::to_string(expected), std::to_string(place.begin)}));
        expected = place.end;
    }
    if (dataBytes && expected != *dataBytes)
        throw Error(ProblemKind::DamagedFile, where,
                    explain("Problem", "the header describes %1 bytes of data, but the file has %2",
                            {std::to_string(expected), std::to_string(*dataBytes)}));
}

/// Part of a hash stands there.
bool hasHashDigits(const std::string& text) {
    std::size_t digits = 0;
    for (const char c : text) {
        digits = std::string_view("0123456789abcdef").find(c) == std::string_view::npos ? 0 : digits + 1;
        if (digits == kHashLength / 2)
            return true;
    }
    return false;
}

/// Keeps the hash apart. Damage to its key would make the file pass for one of another program, so a file
/// that has a hash among its metadata but none of that name is refused.
void takeHash(SafetensorsHeader& header, const std::string& where) {
    const auto hash = header.metadata.find(std::string(kHashKey));
    if (hash != header.metadata.end()) {
        header.sha256 = std::move(hash->second);
        header.metadata.erase(hash);
        if (header.sha256.size() != kHashLength)
            throw Error(ProblemKind::DamagedFile, where,
                        explain("Problem", "its hash does not have 64 hex digits"));
        return;
    }
    for (const auto& [key, value] : header.metadata)
        if (hasHashDigits(key) || hasHashDigits(value))
            throw Error(
                ProblemKind::DamagedFile, where,
                explain("Problem", "the metadata \"%1\" looks like a hash whose name is damaged", {key}));
}

} // namespace

std::string typeName(ElementType type) {
    return std::string(std::find_if(kTypeNames.begin(), kTypeNames.end(), [type](const TypeName& row) {
                           return row.type == type;
                       })->name);
}

SafetensorsHeader SafetensorsHeader::of(const TrainingState& state) {
    SafetensorsHeader header;
    header.metadata = state.metadata;
    header.metadata.erase(std::string(kHashKey));
    std::uint64_t offset = 0;
    for (const std::int64_t size : {8, 4, 2, 1}) {
        for (const auto& [name, tensor] : state.tensors) {
            if (elementSize(tensor.type) != size)
                continue;
            if (name == kMetadata || byteCount(tensor.type, tensor.shape.lengths()) != tensor.bytes.size())
                throw Error(ProblemKind::Failure, name,
                            explain("Problem", "%1 bytes do not fill the shape %2",
                                    {std::to_string(tensor.bytes.size()), tensor.shape.text()}));
            header.tensors[name] = {tensor.type, tensor.shape, offset, offset + tensor.bytes.size()};
            offset += tensor.bytes.size();
        }
    }
    return header;
}

SafetensorsHeader SafetensorsHeader::parse(std::string_view text, std::optional<std::uint64_t> dataBytes,
                                           const std::string& where) {
    const std::size_t last = text.find_last_not_of(' ');
    if (text.empty() || text.front() != '{' || text[last] != '}')
        throw Error(ProblemKind::DamagedFile, where,
                    explain("Problem", "the header must begin with { and end with } and spaces"));
    const std::string_view json = text.substr(0, last + 1);
    checkTokens(json, where);
    SafetensorsHeader header;
    HeaderReader reader(header, where);
    nlohmann::json::sax_parse(json.begin(), json.end(), &reader);
    checkOffsets(header, dataBytes, where);
    takeHash(header, where);
    return header;
}

std::string SafetensorsHeader::text() const {
    std::map<std::string, std::string> all = metadata;
    if (!sha256.empty())
        all[std::string(kHashKey)] = sha256;
    std::string metadataText = quoted(std::string(kMetadata)).append(":{");
    for (const auto& [key, value] : all)
        metadataText.append(quoted(key)).append(":").append(quoted(value)).append(",");
    if (!all.empty())
        metadataText.pop_back();
    metadataText.append("}");

    std::string joined = "{";
    bool metadataDone = false;
    for (const auto& [name, place] : tensors) {
        if (!metadataDone && name > kMetadata) {
            joined.append(metadataText).append(",");
            metadataDone = true;
        }
        joined.append(quoted(name)).append(":").append(placeText(place)).append(",");
    }
    if (!metadataDone)
        joined.append(metadataText).append(",");
    joined.back() = '}';
    return joined;
}

std::vector<std::string> SafetensorsHeader::fileOrder() const {
    std::vector<std::string> names;
    names.reserve(tensors.size());
    for (const auto& [name, place] : tensors)
        names.push_back(name);
    std::sort(names.begin(), names.end(), [this](const std::string& a, const std::string& b) {
        const TensorPlace& first = tensors.at(a);
        const TensorPlace& second = tensors.at(b);
        return std::tie(first.begin, first.end, a) < std::tie(second.begin, second.end, b);
    });
    return names;
}

} // namespace neurarium
