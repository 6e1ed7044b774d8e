// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme.h"

#include <algorithm>
#include <cmath>

#include <QApplication>
#include <QPalette>
#include <QWidget>

namespace neurarium {

namespace {

constexpr int kNamedBranches = 4;

struct BranchColors {
    const char* line;
    const char* text;
};

constexpr std::array<BranchColors, kNamedBranches + 1> kLightBranches{{{"#0072B2", "#0068A3"},
                                                                       {"#B87100", "#8A5500"},
                                                                       {"#99336E", "#8E2C65"},
                                                                       {"#1B242D", "#17202A"},
                                                                       {"#7B8792", "#45515D"}}};
constexpr std::array<BranchColors, kNamedBranches + 1> kDarkBranches{{{"#56B4E9", "#56B4E9"},
                                                                      {"#F0A91B", "#F0A91B"},
                                                                      {"#DB5A96", "#EC86B6"},
                                                                      {"#F2F5F7", "#F2F5F7"},
                                                                      {"#84919D", "#BCC7D0"}}};

constexpr std::array<const char*, 11> kCividisStops{"#00224E", "#00326E", "#35456C", "#4E596D",
                                                    "#666970", "#7C7B78", "#948E77", "#AEA371",
                                                    "#CABA63", "#E6D14B", "#FEE838"};

const BranchColors& branchColors(bool dark, int branch) {
    const auto& table = dark ? kDarkBranches : kLightBranches;
    return table[static_cast<std::size_t>(std::clamp(branch, 1, kNamedBranches + 1) - 1)];
}

QColor mixed(const QColor& from, const QColor& to, double t) {
    const auto between = [t](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * t)); };
    return {between(from.red(), to.red()), between(from.green(), to.green()),
            between(from.blue(), to.blue())};
}

int pixels(TextRole role) {
    constexpr std::array<int, 9> kPixels{12, 13, 14, 15, 16, 18, 22, 26, 30};
    return kPixels[static_cast<std::size_t>(role)];
}

bool isBold(TextRole role) {
    return role != TextRole::Axis && role != TextRole::Body && role != TextRole::Status;
}

} // namespace

Theme::Theme(bool dark, const std::array<const char*, kTokenCount>& colors)
    : m_dark(dark) {
    std::transform(colors.begin(), colors.end(), m_colors.begin(),
                   [](const char* name) { return QColor(QLatin1String(name)); });
}

const Theme& Theme::light() {
    static const Theme theme(false, {"#EEF1F4", "#FFFFFF", "#F6F8FA", "#D5DBE1", "#E3E8EC", "#76828D",
                                     "#17202A", "#45515D", "#596571", "#0072B2", "#FFFFFF", "#E8F3FA",
                                     "#007A59", "#DFF2EB", "#B54A00", "#D55E00", "#FCE9DE", "#835700",
                                     "#A66F00", "#FBF1DA", "#2E3842", "#0072B2", "#C26A00"});
    return theme;
}

const Theme& Theme::dark() {
    static const Theme theme(true, {"#11161B", "#1A2128", "#222B33", "#343F4A", "#2A343D", "#7F8D9A",
                                    "#E9EEF2", "#BCC7D0", "#9BA8B4", "#56B4E9", "#06131D", "#173549",
                                    "#37C79B", "#143A30", "#FF9357", "#F0722B", "#3B2519", "#EBB54A",
                                    "#E69F00", "#3D3117", "#0B0F13", "#56B4E9", "#E69F00"});
    return theme;
}

/// When the application's palette changes, widgets hear of it before their window has it, and a widget's own
/// may have been coloured by a style sheet.
const Theme& Theme::of(const QWidget* widget) {
    constexpr int kMiddle = 128;
    const QWidget* window = widget->window();
    const QPalette palette =
        window->testAttribute(Qt::WA_SetPalette) ? window->palette() : QApplication::palette();
    return palette.color(QPalette::Window).lightness() < kMiddle ? dark() : light();
}

QColor Theme::branchLine(int branch) const {
    return QColor(QLatin1String(branchColors(m_dark, branch).line));
}

QColor Theme::branchText(int branch) const {
    return QColor(QLatin1String(branchColors(m_dark, branch).text));
}

MarkerShape Theme::markerShape(int branch) {
    return static_cast<MarkerShape>(std::clamp(branch, 1, kNamedBranches + 1) - 1);
}

QColor Theme::signedColor(double v) const {
    const double strength = std::clamp(std::abs(v), 0.0, 1.0);
    return mixed(color(Token::Surface), color(v < 0 ? Token::Neg : Token::Pos), strength);
}

QColor Theme::cividis(double t) {
    static const std::array<QColor, kCividisStops.size()> stops = [] {
        std::array<QColor, kCividisStops.size()> colors;
        std::transform(kCividisStops.begin(), kCividisStops.end(), colors.begin(),
                       [](const char* name) { return QColor(QLatin1String(name)); });
        return colors;
    }();
    const double place = std::clamp(std::isnan(t) ? 0.0 : t, 0.0, 1.0) * (stops.size() - 1);
    const std::size_t below = std::min(static_cast<std::size_t>(place), stops.size() - 2);
    return mixed(stops[below], stops[below + 1], place - static_cast<double>(below));
}

QPalette Theme::palette() const {
    QPalette palette;
    palette.setColor(QPalette::Window, color(Token::Bg));
    palette.setColor(QPalette::Base, color(Token::Surface));
    palette.setColor(QPalette::AlternateBase, color(Token::Raised));
    palette.setColor(QPalette::Button, color(Token::Surface));
    palette.setColor(QPalette::ToolTipBase, color(Token::Raised));
    palette.setColor(QPalette::ToolTipText, color(Token::Text));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::BrightText})
        palette.setColor(role, color(Token::Text));
    palette.setColor(QPalette::PlaceholderText, color(Token::Text3));
    palette.setColor(QPalette::Highlight, color(Token::Accent));
    palette.setColor(QPalette::HighlightedText, color(Token::OnAccent));
    palette.setColor(QPalette::Link, color(Token::Accent));
    palette.setColor(QPalette::LinkVisited, color(Token::Accent));
    palette.setColor(QPalette::Light, color(Token::Raised));
    palette.setColor(QPalette::Midlight, color(Token::Raised));
    palette.setColor(QPalette::Mid, color(Token::Line));
    palette.setColor(QPalette::Dark, color(Token::Ctl));
    palette.setColor(QPalette::Shadow, color(Token::Line));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, color(Token::Text3));
    return palette;
}

QFont Theme::font(TextRole role, double scale) {
    QFont font;
    font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans CJK KR")});
    font.setPixelSize(static_cast<int>(std::lround(pixels(role) * scale)));
    font.setWeight(isBold(role) ? QFont::Bold : QFont::Normal);
    return font;
}

QFont Theme::boldFont(TextRole role, double scale) {
    QFont bold = font(role, scale);
    bold.setWeight(QFont::Bold);
    return bold;
}

} // namespace neurarium
