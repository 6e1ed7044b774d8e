// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/x_ray_sum.h"

#include <map>

#include <QCoreApplication>

#include "widgets/recipe_words.h"

namespace neurarium {

namespace {

struct SumWords {
    Q_DECLARE_TR_FUNCTIONS(neurarium::SumWords)
};

QString unsignedText(std::uint64_t number) {
    return countText(static_cast<std::int64_t>(number));
}

} // namespace

QString lengthBytesText(const XRay& seen) {
    QStringList bytes;
    for (const std::uint8_t byte : seen.lengthBytes)
        bytes << QStringLiteral("%1").arg(byte, 2, 16, QLatin1Char('0'));
    return bytes.join(QLatin1Char(' '));
}

QString lengthSumText(const XRay& seen) {
    QStringList parts;
    std::uint64_t worth = 1;
    for (const std::uint8_t byte : seen.lengthBytes) {
        if (byte > 0)
            parts << (worth == 1 ? QString::number(byte)
                                 : QStringLiteral("%1 × %2").arg(byte).arg(
                                       worth > INT64_MAX ? QString::number(worth) : unsignedText(worth)));
        worth *= 256;
    }
    if (parts.isEmpty())
        parts << QStringLiteral("0");
    return QStringLiteral("%1 = %2").arg(parts.join(QStringLiteral(" + ")),
                                         seen.headerBytes > INT64_MAX ? QString::number(seen.headerBytes)
                                                                      : unsignedText(seen.headerBytes));
}

QString fileSumText(const XRay& seen) {
    std::map<std::uint64_t, std::int64_t> numbers; // by the bytes of one number
    for (const TensorXRay& tensor : seen.tensors)
        if (tensor.numbers > 0)
            numbers[(tensor.end - tensor.begin) / static_cast<std::uint64_t>(tensor.numbers)] +=
                tensor.numbers;
    QStringList parts{QStringLiteral("8"), unsignedText(seen.headerBytes)};
    for (const auto& [bytes, count] : numbers)
        parts << QStringLiteral("%1 × %2").arg(countText(count)).arg(bytes);
    return SumWords::tr("%1 = %2 bytes")
        .arg(parts.join(QStringLiteral(" + ")), unsignedText(seen.describedBytes()));
}

QString fileSumVerdict(const XRay& seen) {
    if (seen.sumFits())
        return SumWords::tr("That is the size of the file, to the byte.");
    return SumWords::tr("The file has %1 bytes. It does not fit.").arg(unsignedText(seen.fileBytes));
}

} // namespace neurarium
