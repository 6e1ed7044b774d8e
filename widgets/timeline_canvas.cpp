// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline_canvas.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include "widgets/change_text.h"
#include "widgets/chart_scale.h"
#include "widgets/number_text.h"
#include "widgets/recipe_words.h"
#include "widgets/slot_painter.h"
#include "widgets/text_scale.h"
#include "widgets/theme.h"
#include "widgets/timeline_painter.h"
#include "widgets/timeline_walk.h"

namespace neurarium {

namespace {

constexpr int kKeyPause = 350; ///< milliseconds after the last key that moved the playhead

std::ptrdiff_t slotsOf(const Timeline& timeline) {
    return std::count_if(timeline.checkpoints.begin(), timeline.checkpoints.end(),
                         [](const CheckpointInfo& checkpoint) { return !checkpoint.letter.empty(); });
}

} // namespace

TimelineCanvas::TimelineCanvas(QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_pace(2 * kLiveInterval) { // its scale is the whole run
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&m_pace, &RedrawPace::due, viewport(), qOverload<>(&QWidget::update));
    m_keyPause.setSingleShot(true);
    m_keyPause.setInterval(kKeyPause);
    connect(&m_keyPause, &QTimer::timeout, this, &TimelineCanvas::requestAim);
    describe();
}

void TimelineCanvas::clear() {
    m_thumbnails.clear();
    m_epochs.clear();
    m_lookingAt.reset();
    m_liveStep = 0;
    dropAim();
    setTimeline({});
    invalidate(); // at once: another run begins
}

void TimelineCanvas::setTimeline(const Timeline& timeline) {
    const bool moved = m_timeline.current != timeline.current;
    const bool isSaved = slotsOf(timeline) != slotsOf(m_timeline);
    m_timeline = timeline;
    m_epochs.setTimeline(timeline);
    if (chosenCheckpoint() == nullptr)
        m_chosen = {};
    layOutAnew();
    if (isSaved)
        viewport()->update(); // somebody waits for it
    else
        m_pace.news();
    if (moved)
        showLane(timeline.current);
    describe();
}

void TimelineCanvas::addEpochs(const std::vector<EpochReport>& epochs) {
    for (const EpochReport& epoch : epochs)
        m_epochs.addEpoch(epoch);
    layOutAnew();
    m_pace.news();
}

void TimelineCanvas::setLiveStep(std::int64_t step) {
    m_liveStep = step;
    for (Branch& branch : m_timeline.branches)
        if (branch.id == m_timeline.current && step > branch.lastStep) {
            branch.lastStep = step;
            m_layoutIsOld = true;
        }
    m_pace.news();
}

void TimelineCanvas::setLookingAt(const std::optional<StepPlace>& place) {
    const bool dropsAim = m_aim && !m_dragging && !m_keyPause.isActive();
    if (dropsAim)
        m_aim.reset();
    if (place == m_lookingAt) {
        if (dropsAim)
            viewport()->update();
        return;
    }
    m_lookingAt = place;
    if (!place || aim().owner({m_way, place->step}) != place->branch)
        m_way = place ? place->branch : BranchId{};
    viewport()->update();
    describe(playheadText());
}

StepPlace TimelineCanvas::playhead() const {
    if (m_aim)
        return *m_aim;
    if (!m_lookingAt)
        return {m_timeline.current, m_liveStep};
    return {m_way ? m_way : m_lookingAt->branch, m_lookingAt->step, m_lookingAt->epoch};
}

void TimelineCanvas::setSpan(double epochs) {
    if (std::exchange(m_span, epochs) != epochs)
        invalidate();
}

void TimelineCanvas::setCompact(bool compact) {
    m_compact = compact;
    invalidate();
}

void TimelineCanvas::setThumbnail(CheckpointId checkpoint, const QImage& picture) {
    m_thumbnails[checkpoint] = picture;
    layOutAnew();
    m_pace.news();
}

void TimelineCanvas::setChosen(CheckpointId checkpoint) {
    if (m_chosen == checkpoint)
        return;
    m_chosen = checkpoint;
    invalidate();
    describe();
    if (const CheckpointInfo* info = chosenCheckpoint())
        showLane(info->branch);
}

const CheckpointInfo* TimelineCanvas::chosenCheckpoint() const {
    const auto found = std::find_if(m_timeline.checkpoints.begin(), m_timeline.checkpoints.end(),
                                    [this](const CheckpointInfo& info) { return info.id == m_chosen; });
    return found == m_timeline.checkpoints.end() ? nullptr : &*found;
}

double TimelineCanvas::lastEpoch() const {
    double last = 0;
    for (const Branch& branch : m_timeline.branches)
        last = std::max(last, m_epochs.at(branch.id, branch.lastStep));
    return last;
}

double TimelineCanvas::span() const {
    if (m_span > 0)
        return m_span;
    constexpr double kLeast = 5;
    return axisEnd(lastEpoch(), kLeast);
}

const TimelineLayout& TimelineCanvas::layOut() const {
    if (m_layoutIsOld) {
        TimelineSpace space;
        space.size = viewport()->size();
        space.span = span();
        space.scale = textScale(this);
        space.compact = m_compact;
        space.chosen = m_chosen;
        space.thumbnails = !m_thumbnails.empty();
        m_layout = layOutTimeline(m_timeline, m_epochs, space);
        m_layoutIsOld = false;
    }
    return m_layout;
}

void TimelineCanvas::invalidate() {
    layOutAnew();
    viewport()->update();
}

void TimelineCanvas::layOutAnew() {
    m_layoutIsOld = true;
    const TimelineLayout& layout = layOut();
    const double visible = layout.axis - layout.top;
    const int hidden = static_cast<int>(std::ceil(std::max(layout.lanesHeight - visible, 0.0)));
    verticalScrollBar()->setRange(0, hidden);
    verticalScrollBar()->setPageStep(static_cast<int>(visible));
    verticalScrollBar()->setSingleStep(20);
}

void TimelineCanvas::choose(CheckpointId checkpoint) {
    if (m_chosen == checkpoint)
        return;
    setChosen(checkpoint);
    emit chosenChanged(checkpoint);
}

void TimelineCanvas::showLane(BranchId branch) {
    const TimelineLayout& layout = layOut();
    for (std::size_t i = 0; i < layout.branches.size(); ++i) {
        if (m_timeline.branches[i].id != branch)
            continue;
        constexpr double kAir = 20;
        const double y = layout.branches[i].end.y();
        const double above = y - kAir - layout.top;
        const double below = y + kAir - layout.axis;
        if (above < verticalScrollBar()->value())
            verticalScrollBar()->setValue(static_cast<int>(above));
        else if (below > verticalScrollBar()->value())
            verticalScrollBar()->setValue(static_cast<int>(below));
    }
}

QString TimelineCanvas::inWords(const CheckpointInfo& checkpoint, const QString& title) const {
    QStringList words{title, slotName(checkpoint), scoreText(checkpoint),
                      tr("epoch %1").arg(countText(checkpoint.epoch))};
    words.removeAll(QString());
    return words.join(QStringLiteral(", "));
}

/// What a screen reader says: the timeline as a whole, or the chosen checkpoint; `first` is what has changed.
void TimelineCanvas::describe(const QString& first) {
    const CheckpointInfo* checkpoint = chosenCheckpoint();
    QString name = tr("Timeline, branches: %1").arg(m_timeline.branches.size());
    if (checkpoint != nullptr) {
        const QString letter = QString::fromStdString(checkpoint->letter);
        const QString title = letter.isEmpty() ? tr("Automatic checkpoint") : tr("Slot %1").arg(letter);
        name = inWords(*checkpoint, title);
    }
    setAccessibleName(first.isEmpty() ? name : first + QStringLiteral(". ") + name);
    setAccessibleDescription(
        tr("Left and right arrows go from slot to slot, up and down from branch to branch. "
           "Enter shows details, Backspace goes back to the slot. "
           "With Control the arrows move the playhead; Escape takes it back to where training stands."));
    QAccessibleEvent event(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

QPointF TimelineCanvas::unscrolled(const QPointF& point) const {
    return point + QPointF(0, verticalScrollBar()->value());
}

double TimelineCanvas::playheadEpoch() const {
    const StepPlace place = playhead();
    return m_epochs.at(place.branch, place.step);
}

double TimelineCanvas::playheadX() const {
    return layOut().xAt(playheadEpoch());
}

QString TimelineCanvas::playheadText() const {
    const QString epoch = countText(static_cast<std::int64_t>(std::ceil(playheadEpoch() - 1e-9)));
    const QString step = countText(playhead().step);
    if (m_aim)
        return tr("epoch %1, step %2").arg(epoch, step);
    return m_lookingAt ? tr("looking at epoch %1, step %2").arg(epoch, step) : tr("now: epoch %1").arg(epoch);
}

TimelineAim TimelineCanvas::aim() const {
    return {m_timeline, m_epochs, layOut()};
}

bool TimelineCanvas::viewportEvent(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QPointF point = unscrolled(help->pos());
    for (const MarkPlace& mark : layOut().marks)
        if (QLineF(mark.place, point).length() <= 12) {
            QToolTip::showText(help->globalPos(), markText(m_timeline.marks[mark.mark]), this);
            return true;
        }
    const auto under = layOut().checkpointAt(point);
    QString words;
    if (under) {
        const CheckpointInfo& info = m_timeline.checkpoints[*under];
        words = inWords(info, QString::fromStdString(info.letter));
    }
    QToolTip::showText(help->globalPos(), words, this);
    return true;
}

void TimelineCanvas::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange ||
        event->type() == QEvent::FontChange)
        invalidate();
}

void TimelineCanvas::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(viewport());
    TimelineScene scene{m_timeline, layOut(), m_thumbnails, Theme::of(this), viewport()->size()};
    scene.scale = textScale(this);
    scene.scroll = verticalScrollBar()->value();
    scene.pixelRatio = devicePixelRatioF();
    scene.chosen = m_chosen;
    scene.focused = hasFocus();
    scene.liveEpoch = m_epochs.at(m_timeline.current, m_liveStep);
    if (m_aim || m_lookingAt) {
        scene.lookingAt = playheadEpoch();
        scene.lookingOn = aim().drawn(aim().owner(playhead()));
    }
    if (!m_compact || scene.lookingAt)
        scene.playheadText = playheadText();
    scene.untilText = m_compact ? QString() : tr("until %1").arg(countText(m_timeline.plannedEpochs));
    paintTimeline(painter, scene);
    if (m_timeline.branches.empty() && !m_compact) {
        painter.setFont(Theme::font(TextRole::Body, scene.scale));
        painter.setPen(scene.theme.color(Token::Text2));
        painter.drawText(viewport()->rect().adjusted(0, 0, 0, -30), Qt::AlignCenter,
                         tr("Once it trains, each epoch is kept here, and you can go back to it."));
    }
    if (hasFocus() && chosenCheckpoint() == nullptr) {
        painter.setPen(QPen(scene.theme.color(Token::Text), 3));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(viewport()->rect().adjusted(1, 1, -2, -2));
    }
}

void TimelineCanvas::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    invalidate();
}

void TimelineCanvas::focusInEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void TimelineCanvas::focusOutEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace neurarium
