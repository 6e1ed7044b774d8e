// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QRectF>
#include <QStringList>

class QPainter;

namespace neurarium {

class Theme;

/// The pieces of a text as boxes side by side, line below line: where they stand, and how they are painted on
/// the screen and in files.
class TokenBoxes {
public:
    TokenBoxes() = default;
    TokenBoxes(const QStringList& texts, double width, double scale);

    const std::vector<QRectF>& boxes() const { return m_boxes; }
    double height() const { return m_height; }
    std::optional<int> at(const QPointF& point) const;
    /// The box above or below this one, in the next line.
    int besideLine(int box, int lines) const;
    /// The boxes that touch `part`; the chosen one is filled.
    void paint(QPainter& painter, const Theme& theme, const QRectF& part, std::optional<int> chosen) const;

private:
    QStringList m_texts; ///< as much of them as a line holds
    std::vector<QRectF> m_boxes;
    double m_height = 0;
    double m_scale = 1;
};

} // namespace neurarium
