// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map_rulers.h"

#include <array>
#include <cmath>

#include "widgets/theme.h"

namespace neurarium {

std::vector<Ruler> rulersBetween(const std::vector<std::int64_t>& words) {
    std::vector<Ruler> rulers;
    for (std::size_t to = 1; to < words.size() && to < kMostMeasured; ++to)
        for (std::size_t from = 0; from < to; ++from)
            rulers.push_back({words[from], words[to], static_cast<int>(rulers.size())});
    return rulers;
}

QList<qreal> rulerDashes(const Ruler& ruler) {
    static const std::array<QList<qreal>, 6> kDashes{
        {{}, {4, 3}, {1, 2}, {8, 2, 2, 2}, {10, 3}, {4, 2, 1, 2, 1, 2}}};
    return kDashes[static_cast<std::size_t>(ruler.dashes) % kDashes.size()];
}

QPen rulerPen(const Theme& theme, const Ruler& ruler, double width) {
    QPen pen(theme.color(Token::Text), width, Qt::SolidLine, Qt::FlatCap);
    if (const QList<qreal> dashes = rulerDashes(ruler); !dashes.isEmpty())
        pen.setDashPattern(dashes);
    return pen;
}

QString lengthText(double length) {
    constexpr double kSmall = 0.095;
    return QString::number(length, 'f', length > 0 && length < kSmall ? 3 : length < 100 ? 2 : 0);
}

} // namespace neurarium
