// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QRectF>
#include <QString>

#include "report/tokens.h"

class QPainter;

namespace neurarium {

class Theme;

/// Tokens side by side in boxes, line under line, with an empty box for the next one at the end. How likely
/// the network held a token is its ink and the bar below it. For the screen and for files.
class WrittenTokens {
public:
    /// Places the boxes. Of more lines than fit into the height the last are kept, or those from the line of
    /// `shown` on; height 0: all.
    void layOut(const std::vector<WrittenToken>& tokens, const QSizeF& size, double scale,
                std::optional<int> shown = {});
    static double heightOf(const std::vector<WrittenToken>& tokens, double width, double scale);

    /// `chosen` may be the number of tokens: the empty box.
    void paint(QPainter& painter, const QPointF& origin, const Theme& theme, std::optional<int> chosen) const;

    /// Null for a token of a line that is not kept; the last is the empty box.
    const std::vector<QRectF>& boxes() const { return m_boxes; }
    std::optional<int> tokenAt(const QPointF& point) const;

private:
    static std::vector<QRectF> placed(const std::vector<WrittenToken>& tokens, double width, double scale);

    std::vector<WrittenToken> m_tokens;
    std::vector<QRectF> m_boxes;
    double m_scale = 1;
    bool m_cut = false; ///< lines at the beginning are not shown
};

/// The ink of a token with this probability: from the palest that is still easy to read to black (or white).
QColor inkOf(const Theme& theme, double probability);

} // namespace neurarium
