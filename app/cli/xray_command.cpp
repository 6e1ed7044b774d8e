// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <QCoreApplication>

#include "app/cli/problem_line.h"
#include "checkpoint/x_ray_file.h"

namespace neurarium::cli {

namespace {

QString shapeText(const std::vector<std::int64_t>& shape) {
    QStringList lengths;
    for (const std::int64_t length : shape)
        lengths << QString::number(length);
    return '[' + lengths.join(", ") + ']';
}

Json tensorObject(const TensorXRay& tensor) {
    Json object{{"name", tensor.name},    {"dtype", tensor.type}, {"shape", tensor.shape},
                {"begin", tensor.begin},  {"end", tensor.end},    {"numbers", tensor.numbers},
                {"whole", tensor.isWhole}};
    if (!tensor.isWhole)
        return object;
    object.update(Json{{"min", tensor.smallest},
                       {"max", tensor.largest},
                       {"mean", tensor.mean},
                       {"zeros", tensor.zeros},
                       {"nan", tensor.nan},
                       {"infinite", tensor.infinite},
                       {"histogram", tensor.histogram.counts}});
    return object;
}

Json xRayObject(const XRay& seen) {
    Json tensors = Json::array();
    for (const TensorXRay& tensor : seen.tensors)
        tensors.push_back(tensorObject(tensor));
    Json problems = Json::array();
    for (const Problem& problem : seen.problems)
        problems.push_back(problem.what.english());
    return {{"file_bytes", seen.fileBytes},
            {"length_bytes", seen.lengthBytes},
            {"header_bytes", seen.headerBytes},
            {"data_bytes", seen.dataBytes},
            {"sum_fits", seen.sumFits()},
            {"sha256", seen.sha256},
            {"hash_fits", seen.hashFits ? Json(*seen.hashFits) : Json(nullptr)},
            {"metadata", seen.metadata},
            {"tensors", tensors},
            {"problems", problems}};
}

void writeText(const XRay& seen, Console& console) {
    QStringList length;
    for (const std::uint8_t byte : seen.lengthBytes)
        length << QString("%1").arg(byte, 2, 16, QChar('0'));
    console.write(QCoreApplication::translate("Cli", "The first 8 bytes: %1, that is a header of %2 bytes")
                      .arg(length.join(' '))
                      .arg(seen.headerBytes));
    for (const TensorXRay& each : seen.tensors) {
        QString line = QString("  %1 %2 %3, %4")
                           .arg(QString::fromStdString(each.name), QString::fromStdString(each.type),
                                shapeText(each.shape), QString("%1-%2").arg(each.begin).arg(each.end));
        line += each.isWhole ? QCoreApplication::translate("Cli", ": %1 to %2, mean %3, NaN %4")
                                   .arg(each.smallest, 0, 'g', 4)
                                   .arg(each.largest, 0, 'g', 4)
                                   .arg(each.mean, 0, 'g', 4)
                                   .arg(each.nan)
                             : QCoreApplication::translate("Cli", ": the file ends before it");
        console.write(line);
    }
    console.write(QCoreApplication::translate("Cli", "8 + %1 + %2 = %3 bytes; the file has %4")
                      .arg(seen.headerBytes)
                      .arg(seen.dataBytes)
                      .arg(seen.describedBytes())
                      .arg(seen.fileBytes));
}

} // namespace

int runXRay(const Arguments& arguments, Console& console) {
    const std::string file = onlyWord(arguments, "FILE");
    const auto tensor = arguments.text("--zero");
    const auto copy = arguments.text("--out");
    if (tensor.has_value() != copy.has_value())
        throw Error(ProblemKind::Refused, tensor ? "--out" : "--zero",
                    explain("Problem", "--zero TENSOR and --out FILE belong together"));
    if (tensor) {
        saveWithZeros(file, {*tensor}, *copy);
        console.say(QCoreApplication::translate("Cli", "Written: %1").arg(QString::fromStdString(*copy)));
        return Done;
    }
    const XRay seen = xRay(file);
    if (console.json)
        console.write(xRayObject(seen));
    else
        writeText(seen, console);
    for (const Problem& problem : seen.problems)
        console.problem(problem);
    return seen.problems.empty() ? Done : Damaged;
}

} // namespace neurarium::cli
