// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include <QColor>
#include <QFont>
#include <QString>

class QPalette;
class QWidget;

namespace neurarium {

/// What a colour is for. The names are those of the design's colour table; no colour stands anywhere else.
enum class Token {
    Bg,
    Surface,
    Raised,
    Line,
    Grid,
    Ctl,
    Text,
    Text2,
    Text3,
    Accent,
    OnAccent,
    AccentSoft,
    Good,
    GoodSoft,
    Bad,
    BadLine,
    BadSoft,
    Warn,
    WarnLine,
    WarnSoft,
    Sleep,
    Pos,
    Neg,
};
inline constexpr int kTokenCount = static_cast<int>(Token::Neg) + 1;

/// What a text is for; decides size and weight.
enum class TextRole {
    Mark,       ///< digits in a mark or badge: 12 bold
    Axis,       ///< axis, legend, hint: 13
    Body,       ///< body, buttons, knobs: 14
    PanelTitle, ///< 15 bold
    Status,     ///< status sentence: 16
    Heading,    ///< lesson heading: 18 bold
    Counter,    ///< 22 bold
    PageTitle,  ///< 26 bold
    Number,     ///< number in the confusion matrix: 30 bold
};

/// The sign of a branch on lines and in words: 1 circle, 2 square, 3 triangle, 4 diamond, then a number.
enum class MarkerShape { Circle, Square, Triangle, Diamond, Numbered };

/// The colours, fonts and style sheet of the light or the dark appearance.
class Theme {
public:
    static const Theme& light();
    static const Theme& dark();
    /// The theme that the widget's palette belongs to: dark when its window colour is dark.
    static const Theme& of(const QWidget* widget);

    bool isDark() const { return m_dark; }
    QColor color(Token token) const { return m_colors[static_cast<std::size_t>(token)]; }
    /// Lines and markers of a branch, numbered from 1; from 5 on all are grey and told apart by number.
    QColor branchLine(int branch) const;
    /// Words about a branch.
    QColor branchText(int branch) const;
    static MarkerShape markerShape(int branch);

    /// `v` from -1 (neg) over 0 (surface) to +1 (pos).
    QColor signedColor(double v) const;
    /// The sequential scale of all heat-maps, 0 ... 1; the same in both themes.
    static QColor cividis(double t);

    /// For QApplication::setPalette; views find their theme through it.
    QPalette palette() const;
    /// The one style sheet of the application, over the Fusion style. `scale` is the text size: 1, 1.25
    /// or 1.5. Dynamic properties it knows: primary, outlined, flat, chip, tile ("live", "waiting"), role
    /// ("hint", "title" ...).
    QString styleSheet(double scale) const;

    /// A font of the given role, in pixels times `scale`.
    static QFont font(TextRole role, double scale = 1.0);
    static QFont boldFont(TextRole role, double scale = 1.0);

private:
    Theme(bool dark, const std::array<const char*, kTokenCount>& colors);

    bool m_dark;
    std::array<QColor, kTokenCount> m_colors;
};

} // namespace neurarium
