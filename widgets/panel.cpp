// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QStackedLayout>
#include <QTimer>
#include <QToolButton>

#include "widgets/elided_label.h"
#include "widgets/figure_export_menu.h"
#include "widgets/icon.h"
#include "widgets/steady_room.h"
#include "widgets/text_scale.h"

namespace neurarium {

namespace {

constexpr int kHeaderHeight = 40;
constexpr int kPadding = 14;
constexpr int kAboveHeader = 4;
constexpr int kRadius = 8;
constexpr int kToolSide = 32;
constexpr int kToolIcon = 18;
constexpr int kSpinnerDelay = 500;
constexpr char kIconName[] = "iconName";

/// Eight dots, one of them full, taking turns.
class Spinner : public QWidget {
public:
    explicit Spinner(QWidget* parent)
        : QWidget(parent) {
        constexpr int kTurnMilliseconds = 120;
        m_turn.setInterval(kTurnMilliseconds);
        m_turn.callOnTimeout(this, [this] {
            m_place = (m_place + 1) % kDots;
            update();
        });
    }

protected:
    void showEvent(QShowEvent* /*event*/) override { m_turn.start(); }
    void hideEvent(QHideEvent* /*event*/) override { m_turn.stop(); }

    void paintEvent(QPaintEvent* /*event*/) override {
        constexpr double kRing = 14;
        constexpr double kDot = 2.5;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(QRectF(rect()).center());
        painter.setPen(Qt::NoPen);
        for (int dot = 0; dot < kDots; ++dot) {
            painter.setBrush(Theme::of(this).color(dot == m_place ? Token::Accent : Token::Line));
            painter.drawEllipse(QPointF(0, -kRing), kDot, kDot);
            painter.rotate(360.0 / kDots);
        }
    }

private:
    static constexpr int kDots = 8;
    QTimer m_turn;
    int m_place = 0;
};

} // namespace

Panel::Panel(QWidget* parent)
    : QFrame(parent)
    , m_header(new QWidget(this))
    , m_headerLayout(new QHBoxLayout(m_header))
    , m_tools(new QHBoxLayout)
    , m_title(new QLabel(m_header))
    , m_note(new ElidedLabel)
    , m_noteRoom(new SteadyRoom(m_note, 1, m_header))
    , m_snow(new QLabel(m_header))
    , m_filler(new QWidget(m_header))
    , m_extras(new QWidget(m_header))
    , m_frozen(new ElidedLabel(m_header))
    , m_layout(new QVBoxLayout(this))
    , m_pages(new QStackedLayout)
    , m_waitingPage(new Spinner(this))
    , m_patience(new QTimer(this)) {
    buildHeader();
    m_layout->setContentsMargins(1, 0, 1, 1);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_header);
    m_layout->addLayout(m_pages, 1);
    m_pages->addWidget(m_waitingPage);
    m_patience->setSingleShot(true);
    m_patience->setInterval(kSpinnerDelay);
    connect(m_patience, &QTimer::timeout, this, &Panel::showPage);
    connect(qApp, &QApplication::focusChanged, this, &Panel::followFocus);
    retranslate();
    recolor();
    fitHeader();
}

void Panel::buildHeader() {
    m_title->setProperty("role", "title");
    m_title->setTextFormat(Qt::PlainText);
    m_note->setProperty("role", "hint");
    m_note->setAllOrNothing(true);
    m_frozen->setProperty("role", "hint");
    m_frozen->hide();
    m_snow->hide();
    m_headerLayout->setContentsMargins(kPadding, kAboveHeader, 6, 0);
    m_headerLayout->setSpacing(8);
    m_headerLayout->addWidget(m_title);
    m_headerLayout->addWidget(m_noteRoom, 1);
    m_headerLayout->addWidget(m_snow);
    m_headerLayout->addWidget(m_frozen);
    m_headerLayout->addWidget(m_filler, 1);
    m_headerLayout->addWidget(m_extras);
    m_headerLayout->addLayout(m_tools);
    m_filler->hide();
    m_extras->setLayout(new QHBoxLayout);
    m_extras->layout()->setContentsMargins(0, 0, 0, 0);
    m_tools->setSpacing(4);
    m_maximise = addTool(QStringLiteral("max"), {});
    connect(m_maximise, &QToolButton::clicked, this, [this] { emit maximiseRequested(!m_maximised); });
}

void Panel::setTitle(const QString& title) {
    m_title->setText(title);
    setAccessibleName(title);
}

QString Panel::title() const {
    return m_title->text();
}

void Panel::setNote(const QString& note) {
    m_note->setText(note);
}

QString Panel::note() const {
    return m_note->text();
}

void Panel::setTitleWidget(QWidget* widget) {
    if (m_titleWidget != nullptr && m_titleWidget != widget) {
        m_titleWidget->hide(); // it may be painted once more before it goes
        m_titleWidget->deleteLater();
    }
    m_titleWidget = widget;
    m_title->setVisible(widget == nullptr);
    m_noteRoom->setVisible(widget == nullptr);
    m_extras->setVisible(widget == nullptr);
    m_filler->setVisible(widget != nullptr);
    // Tabs have a frame: it keeps away from those of the body.
    m_headerLayout->setContentsMargins(kPadding, kAboveHeader, 6, widget != nullptr ? kAboveHeader : 0);
    if (widget != nullptr)
        m_headerLayout->insertWidget(0, widget);
}

void Panel::setBody(QWidget* body) {
    m_body = body;
    m_pages->addWidget(body);
    showPage();
}

void Panel::setFoot(QWidget* foot) {
    m_layout->addWidget(foot);
}

void Panel::addHeaderWidget(QWidget* widget) {
    m_extras->layout()->addWidget(widget);
}

QToolButton* Panel::addTool(const QString& iconName, const QString& text) {
    auto* tool = new QToolButton(m_header);
    tool->setProperty("flat", true);
    tool->setProperty(kIconName, iconName);
    tool->setIcon(icon(iconName, {Token::Text2, &Theme::of(this)}));
    fitTool(*tool);
    setToolText(tool, text);
    m_tools->insertWidget(std::max(m_tools->count() - 1, 0), tool);
    return tool;
}

FigureExportMenu* Panel::addExport(Figure& figure, const QWidget& shown) {
    m_export = addTool(QStringLiteral("export"), tr("Export the figure"));
    auto* menu = new FigureExportMenu(figure, shown, *m_export);
    connect(menu, &FigureExportMenu::exported, this, &Panel::exported);
    connect(menu, &FigureExportMenu::failed, this, &Panel::exportFailed);
    return menu;
}

void Panel::fitTool(QToolButton& tool) const {
    const double scale = textScale(this);
    const int side = static_cast<int>(kToolSide * scale), drawing = static_cast<int>(kToolIcon * scale);
    tool.setFixedSize(side, side);
    tool.setIconSize(QSize(drawing, drawing));
}

void Panel::fitHeader() {
    m_header->setMinimumHeight(static_cast<int>(kHeaderHeight * textScale(this)));
    for (auto* tool : m_header->findChildren<QToolButton*>())
        if (!tool->property(kIconName).toString().isEmpty())
            fitTool(*tool);
}

void Panel::setToolText(QToolButton* tool, const QString& text) {
    tool->setToolTip(text);
    tool->setAccessibleName(text);
}

void Panel::setEmptyPage(QWidget* page) {
    m_emptyPage = page;
    m_pages->addWidget(page);
    showPage();
}

void Panel::setEmpty(bool empty) {
    m_empty = empty;
    showPage();
}

void Panel::setWaiting(bool waiting) {
    if (m_waiting == waiting)
        return;
    m_waiting = waiting;
    if (waiting)
        m_patience->start();
    else
        m_patience->stop();
    showPage();
}

void Panel::setFrozen(const QString& note) {
    m_frozen->setText(note);
    m_frozen->setVisible(!note.isEmpty());
    m_snow->setVisible(!note.isEmpty());
}

bool Panel::isFrozen() const {
    return !m_frozen->text().isEmpty();
}

void Panel::setMaximised(bool maximised) {
    m_maximised = maximised;
    retranslate();
}

void Panel::setMaximisable(bool maximisable) {
    m_maximise->setVisible(maximisable);
}

void Panel::setClosable(bool closable) {
    if (m_close == nullptr && !closable)
        return;
    if (m_close == nullptr) {
        m_close = addTool(QStringLiteral("cross"), tr("Close this view"));
        m_tools->removeWidget(m_close);
        m_tools->addWidget(m_close); // the last one, as everywhere
        connect(m_close, &QToolButton::clicked, this, &Panel::closeRequested);
    }
    m_close->setVisible(closable);
}

void Panel::showPage() {
    QWidget* page = m_empty && m_emptyPage != nullptr ? m_emptyPage : m_body;
    if (m_waiting && !m_patience->isActive())
        page = m_waitingPage;
    if (page != nullptr)
        m_pages->setCurrentWidget(page);
}

void Panel::followFocus() {
    const QWidget* focused = QApplication::focusWidget();
    const bool inside = focused != nullptr && (focused == this || isAncestorOf(focused));
    if (inside != m_focusInside) {
        m_focusInside = inside;
        update();
    }
}

void Panel::retranslate() {
    setToolText(m_maximise, m_maximised ? tr("Back to its place (Esc)") : tr("Make this panel large"));
    if (m_export != nullptr)
        setToolText(m_export, tr("Export the figure"));
    if (m_close != nullptr)
        setToolText(m_close, tr("Close this view"));
    m_waitingPage->setAccessibleName(tr("Working it out"));
}

void Panel::recolor() {
    const Theme& theme = Theme::of(this);
    for (auto* tool : m_header->findChildren<QToolButton*>()) {
        const QString name = tool->property(kIconName).toString();
        if (!name.isEmpty())
            tool->setIcon(icon(name, {Token::Text2, &theme}));
    }
    m_snow->setPixmap(
        iconPixmap(QStringLiteral("snow"), {Token::Accent, &theme}, kToolIcon, devicePixelRatioF()));
}

void Panel::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        recolor();
    else if (event->type() == QEvent::FontChange)
        fitHeader();
}

void Panel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_maximised)
        emit maximiseRequested(false);
    else
        QFrame::keyPressEvent(event);
}

void Panel::mouseDoubleClickEvent(QMouseEvent* event) {
    if (m_maximise->isVisibleTo(this) && m_header->geometry().contains(event->position().toPoint()))
        emit maximiseRequested(!m_maximised);
    else
        QFrame::mouseDoubleClickEvent(event);
}

void Panel::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = Theme::of(this);
    painter.setPen(QPen(theme.color(Token::Line), 1));
    painter.setBrush(theme.color(Token::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    if (!m_focusInside)
        return;
    const QWidget* named = m_titleWidget != nullptr ? m_titleWidget : m_title;
    const QRect under = named->geometry().translated(m_header->pos());
    painter.fillRect(QRect(under.left(), m_header->geometry().bottom() - 4, under.width(), 3),
                     theme.color(Token::Text));
}

} // namespace neurarium
