// SPDX-License-Identifier: GPL-3.0-or-later
// The generated style sheet of Theme: a template in which @token names and {N} pixel sizes are filled in.
#include "widgets/theme.h"

#include <cmath>
#include <initializer_list>
#include <utility>

#include <QRegularExpression>

namespace neurarium {

namespace {

constexpr std::pair<const char*, Token> kTokenNames[] = {
    {"bg", Token::Bg},
    {"surface", Token::Surface},
    {"raised", Token::Raised},
    {"line", Token::Line},
    {"ctl", Token::Ctl},
    {"text", Token::Text},
    {"text2", Token::Text2},
    {"text3", Token::Text3},
    {"accent", Token::Accent},
    {"onAccent", Token::OnAccent},
    {"accentSoft", Token::AccentSoft},
    {"good", Token::Good},
    {"goodSoft", Token::GoodSoft},
    {"bad", Token::Bad},
    {"badLine", Token::BadLine},
    {"badSoft", Token::BadSoft},
    {"warn", Token::Warn},
    {"warnSoft", Token::WarnSoft},
};

constexpr char kTemplate[] = R"(
QScrollArea, QAbstractScrollArea { border: none; }
QToolTip { background: @raised; color: @text; border: 1px solid @ctl; padding: 4px 8px; }
QPushButton, QToolButton {
    background: @surface; color: @text; border: 1px solid @line; border-radius: 6px;
    padding: {6}px {14}px; min-height: {21}px; font-weight: 700; }
QPushButton { qproperty-iconSize: {24}px {18}px; }
QToolButton { padding: {6}px {8}px; }
QPushButton:hover, QToolButton:hover { background: @hover; }
QPushButton:pressed, QToolButton:pressed { background: @pressed; }
QPushButton:focus, QToolButton:focus { border: 3px solid @text; padding: {4}px {12}px; }
QToolButton:focus { padding: {4}px {6}px; }
QPushButton:disabled, QToolButton:disabled { border: 1px dashed @line; color: @text3; background: transparent; }
QPushButton[primary="true"] { background: @accent; color: @onAccent; border: 1px solid @accent; }
QPushButton[primary="true"]:hover { background: @primaryHover; }
QPushButton[primary="true"]:pressed { background: @primaryPressed; }
QPushButton[primary="true"]:focus { border: 3px solid @text; }
QPushButton[primary="true"]:disabled { background: transparent; color: @text3; border: 1px dashed @line; }
QPushButton[outlined="true"] { color: @accent; border: 1px solid @accent; }
QPushButton[outlined="true"]:focus { border: 3px solid @text; }
QPushButton[outlined="true"]:disabled { color: @text3; border: 1px dashed @line; }
QPushButton[narrow="true"] { padding: {6}px {8}px; }
QPushButton[narrow="true"]:focus { padding: {4}px {6}px; }
QPushButton[quiet="true"] { font-weight: 400; }
QPushButton[flat="true"], QToolButton[flat="true"] { background: transparent; border: 1px solid transparent;
    font-weight: 400; padding: {3}px; }
QPushButton[flat="true"]:hover, QToolButton[flat="true"]:hover { background: @hover; }
QPushButton[flat="true"]:focus, QToolButton[flat="true"]:focus { border: 3px solid @text; padding: {1}px; }
QToolButton[chip="true"] { font-weight: 400; padding: {1}px {8}px; border-color: @ctl; }
QToolButton[chip="true"]:focus { border: 3px solid @text; padding: 0 {6}px; }
QToolButton:checked { background: @accent; color: @onAccent; border-color: @accent; }
QToolButton[flat="true"]:checked { background: @accentSoft; color: @accent; border-color: @accentSoft; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[link="true"] { background: transparent; border: none; color: @accent; text-decoration: underline;
    font-weight: 400; padding: {2}px; min-height: {21}px; }
QPushButton[link="true"]:focus { border: 3px solid @text; }
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QPlainTextEdit, QTextEdit {
    background: @surface; color: @text; border: 1px solid @ctl; border-radius: 4px; padding: {4}px {8}px;
    min-height: {20}px; selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus, QTextEdit:focus {
    border: 3px solid @text; padding: {2}px {6}px; }
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled {
    color: @text3; border: 1px dashed @line; background: transparent; }
QLineEdit QToolButton { background: transparent; border: none; padding: 0; min-height: 0; }
QListView[completer="true"] { border: 1px solid @ctl; }
QListView[completer="true"]::item { padding: {4}px {8}px; }
QListView[completer="true"]::item:hover, QListView[completer="true"]::item:selected { background: @accentSoft;
    color: @text; }
QComboBox QAbstractItemView { background: @surface; color: @text; border: 1px solid @ctl;
    selection-background-color: @accentSoft; selection-color: @text; }
QCheckBox, QRadioButton { color: @text; spacing: {8}px; min-height: {24}px; }
QCheckBox:disabled, QRadioButton:disabled { color: @text3; }
QCheckBox::indicator, QRadioButton::indicator { width: {16}px; height: {16}px; border: 2px solid @ctl;
    background: @surface; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: {10}px; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url(:/style/tick-#theme.svg); }
QRadioButton::indicator:checked { border: {6}px solid @accent; width: {8}px; height: {8}px; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: @line; background: transparent; }
QCheckBox::indicator:checked:disabled { background: @ctl; border-color: @ctl; }
QComboBox::drop-down { border: none; width: {24}px; }
QComboBox::down-arrow { image: url(:/style/down-#theme.svg); width: {14}px; height: {14}px; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {
    border: none; background: transparent; width: {18}px; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url(:/style/up-#theme.svg); width: {10}px; height: {10}px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url(:/style/down-#theme.svg); width: {10}px;
    height: {10}px; }
QCheckBox:focus, QRadioButton:focus { text-decoration: underline; }
QSlider { min-height: {24}px; }
QSlider::groove:horizontal { height: 4px; background: @line; border-radius: 2px; }
QSlider::sub-page:horizontal { background: @accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 12px; height: 12px; margin: -6px 0; border: 2px solid @accent;
    border-radius: 8px; background: @surface; }
QSlider::handle:horizontal:focus { border: 3px solid @text; margin: -7px 0; border-radius: 9px; }
QSlider::sub-page:horizontal:disabled { background: @ctl; }
QSlider::handle:horizontal:disabled { border-color: @ctl; background: @raised; }
QProgressBar { border: 1px solid @ctl; border-radius: 4px; background: @raised; min-height: 8px; max-height: 8px;
    color: transparent; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QMenu { background: @surface; color: @text; border: 1px solid @ctl; padding: 4px; }
QMenu::item { padding: {6}px {24}px {6}px {12}px; border-radius: 4px; }
QMenu::item:selected { background: @accentSoft; color: @text; }
QMenu::item:disabled { color: @text3; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QMenuBar { background: @surface; color: @text; }
QMenuBar::item:selected { background: @accentSoft; }
QScrollBar:vertical { width: 12px; background: transparent; margin: 0; }
QScrollBar:horizontal { height: 12px; background: transparent; margin: 0; }
QScrollBar::handle { background: @ctl; border-radius: 4px; margin: 2px; min-height: 24px; min-width: 24px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTableView { background: @surface; color: @text; gridline-color: @line; alternate-background-color: @raised;
    selection-background-color: @accentSoft; selection-color: @text; }
QHeaderView::section { background: @raised; color: @text2; border: none; border-bottom: 1px solid @line;
    padding: {4}px 3px; font-weight: 700; }
QListView, QTreeView { background: @surface; color: @text; selection-background-color: @accentSoft;
    selection-color: @text; }
QTabWidget::pane { border: 1px solid @line; border-radius: 6px; }
QTabBar::tab { padding: {6}px {12}px; color: @text2; border-bottom: 3px solid transparent; }
QTabBar::tab:selected { color: @text; border-bottom: 3px solid @accent; }
QSplitter::handle { background: @line; }
QLabel[role="hint"] { color: @text2; font-size: {13}px; }
QLabel[role="title"] { color: @text; font-size: {15}px; font-weight: 700; }
QLabel[role="status"] { color: @text; font-size: {16}px; }
QLabel[role="heading"] { color: @text; font-size: {18}px; font-weight: 700; }
QLabel[role="page"] { color: @text; font-size: {26}px; font-weight: 700; }
QLabel[role="counter"] { color: @text; font-size: {22}px; font-weight: 700; }
QLabel[role="good"] { color: @good; }
QLabel[role="bad"] { color: @bad; }
QLabel[role="warn"] { color: @warn; }
*[plate="surface"] { background: @surface; }
*[plate="panel"] { background: @surface; border: 1px solid @line; border-radius: 8px; }
*[plate="raised"] { background: @raised; border-radius: 6px; }
*[plate="live"], *[plate="waiting"] { background: @accentSoft; border-left: 4px solid @accent;
    border-top-right-radius: 6px; border-bottom-right-radius: 6px; }
*[plate="waiting"] { border-left: 4px dashed @accent; }
*[plate="good"] { background: @goodSoft; border-radius: 6px; }
*[plate="status-good"] { background: @goodSoft; border-top: 1px solid @line; }
*[plate="status-warn"] { background: @warnSoft; border-top: 1px solid @line; }
*[plate="status-bad"] { background: @badSoft; border-top: 1px solid @line; }
*[plate="status-flat"] { background: @raised; border-top: 1px solid @line; }
*[plate="warn"] { background: @warnSoft; border-radius: 6px; }
*[plate="bad"] { background: @badSoft; border-radius: 6px; border: 1px solid @badLine;
    border-left: 6px solid @badLine; }
)";

QString darkened(const QColor& base, const QColor& towards, double amount) {
    const auto channel = [amount](int a, int b) {
        return static_cast<int>(std::lround(a + (b - a) * amount));
    };
    return QColor(channel(base.red(), towards.red()), channel(base.green(), towards.green()),
                  channel(base.blue(), towards.blue()))
        .name();
}

} // namespace

QString Theme::styleSheet(double scale) const {
    QString sheet = QString::fromLatin1(kTemplate);
    sheet.replace(QStringLiteral("#theme"), m_dark ? QStringLiteral("dark") : QStringLiteral("light"));
    const QColor ink = color(Token::Text);
    const QColor black = color(m_dark ? Token::Text : Token::Sleep);
    const std::initializer_list<std::pair<QString, QString>> mixes = {
        {QStringLiteral("@hover"), darkened(color(Token::Surface), ink, 0.08)},
        {QStringLiteral("@pressed"), darkened(color(Token::Surface), ink, 0.18)},
        {QStringLiteral("@primaryHover"), darkened(color(Token::Accent), black, 0.14)},
        {QStringLiteral("@primaryPressed"), darkened(color(Token::Accent), black, 0.30)},
    };
    for (const auto& [name, value] : mixes)
        sheet.replace(QRegularExpression(name + QStringLiteral("\\b")), value);
    for (const auto& [name, token] : kTokenNames)
        sheet.replace(QRegularExpression(QStringLiteral("@%1\\b").arg(QLatin1String(name))),
                      color(token).name());
    const QRegularExpression size(QStringLiteral("\\{(\\d+)\\}"));
    for (auto match = size.match(sheet); match.hasMatch(); match = size.match(sheet)) {
        const long scaled = std::lround(match.captured(1).toDouble() * scale);
        sheet.replace(match.capturedStart(), match.capturedLength(), QString::number(scaled));
    }
    return sheet;
}

} // namespace neurarium
