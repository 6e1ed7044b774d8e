// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline_view.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include "widgets/branch_legend.h"
#include "widgets/icon.h"
#include "widgets/slot_details.h"
#include "widgets/text_scale.h"
#include "widgets/timeline_canvas.h"

namespace neurarium {

namespace {

constexpr int kHeight = 212;
constexpr int kCompactHeight = 76;
constexpr int kDetailsWidth = 340;
constexpr int kCompactDetailsWidth = 272;

} // namespace

TimelineView::TimelineView(QWidget* parent)
    : QWidget(parent)
    , m_header(new QWidget(this))
    , m_title(new QLabel(m_header))
    , m_legend(new BranchLegend(m_header))
    , m_status(new TimelineStatus(m_header))
    , m_twin(new QPushButton(m_header))
    , m_room(new QPushButton(m_header))
    , m_save(new QPushButton(m_header))
    , m_canvas(new TimelineCanvas(this))
    , m_details(new SlotDetails(this)) {
    build();
    connectParts();
    retranslate();
    recolor();
    fitHeight();
}

void TimelineView::build() {
    m_title->setProperty("role", "title");
    for (QPushButton* button : {m_twin, m_save})
        button->setProperty("outlined", true);
    m_room->setProperty("quiet", true);
    m_headerRow = new QHBoxLayout(m_header);
    m_headerRow->setContentsMargins(14, 4, 14, 0);
    m_headerRow->setSpacing(16);
    m_headerRow->addWidget(m_title);
    m_headerRow->addWidget(m_legend, 1);
    m_headerRow->addWidget(m_status);
    m_headerRow->addWidget(m_room);
    m_headerRow->addWidget(m_twin);
    m_headerRow->addWidget(m_save);
    auto* drawing = new QVBoxLayout;
    drawing->setSpacing(0);
    drawing->addWidget(m_header);
    drawing->addWidget(m_canvas, 1);
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(0, 1, 0, 0);
    m_row->setSpacing(0);
    m_row->addLayout(drawing, 1);
    m_row->addSpacing(1);
    m_row->addWidget(m_details);
}

void TimelineView::connectParts() {
    connect(m_canvas, &TimelineCanvas::chosenChanged, this, &TimelineView::showDetails);
    connect(m_canvas, &TimelineCanvas::chosenChanged, this, &TimelineView::selected);
    connect(m_canvas, &TimelineCanvas::detailsRequested, m_details, &SlotDetails::focusName);
    connect(m_canvas, &TimelineCanvas::goBackRequested, this, &TimelineView::goBackRequested);
    connect(m_canvas, &TimelineCanvas::aimed, this, &TimelineView::aimed);
    connect(m_canvas, &TimelineCanvas::aimDropped, this, &TimelineView::aimDropped);
    connect(m_canvas, &TimelineCanvas::lookAtRequested, this, &TimelineView::lookAtRequested);
    connect(m_canvas, &TimelineCanvas::returnRequested, this, &TimelineView::returnRequested);
    connect(m_status, &TimelineStatus::returnRequested, this, &TimelineView::returnRequested);
    connect(m_status, &TimelineStatus::cancelRequested, this, &TimelineView::cancelRequested);
    connect(m_details, &SlotDetails::goBackRequested, this, &TimelineView::goBackRequested);
    connect(m_details, &SlotDetails::takeWeightsRequested, this, &TimelineView::takeWeightsRequested);
    connect(m_details, &SlotDetails::twinRequested, this, &TimelineView::twinRequested);
    connect(m_twin, &QPushButton::clicked, this, [this] { emit twinRequested({}); });
    connect(m_details, &SlotDetails::whatChangedRequested, this, &TimelineView::whatChangedRequested);
    connect(m_details, &SlotDetails::proveRequested, this, &TimelineView::proveRequested);
    connect(m_details, &SlotDetails::noteEdited, this, &TimelineView::noteEdited);
    connect(m_details, &SlotDetails::xRayRequested, this, &TimelineView::xRayRequested);
    connect(m_details, &SlotDetails::renameRequested, this, &TimelineView::renameRequested);
    connect(m_details, &SlotDetails::saveRequested, this, &TimelineView::saveRequested);
    connect(m_room, &QPushButton::clicked, this, &TimelineView::roomRequested);
    connect(m_save, &QPushButton::clicked, this, &TimelineView::saveRequested);
}

void TimelineView::clear() {
    m_thumbnails.clear();
    m_proofs.clear();
    m_canvas->clear();
    setNotice({});
    setTimeline({});
}

void TimelineView::setTimeline(const Timeline& timeline) {
    m_canvas->setTimeline(timeline);
    int current = 0;
    for (std::size_t i = 0; i < timeline.branches.size(); ++i)
        if (timeline.branches[i].id == timeline.current)
            current = static_cast<int>(i) + 1;
    m_legend->setBranches(static_cast<int>(timeline.branches.size()), current, !timeline.marks.empty());
    showRoom();
    showDetails();
}

void TimelineView::addEpochs(const std::vector<EpochReport>& epochs) {
    m_canvas->addEpochs(epochs);
}

void TimelineView::setLiveStep(std::int64_t step) {
    m_canvas->setLiveStep(step);
}

void TimelineView::setLookingAt(const std::optional<StepPlace>& place) {
    m_canvas->setLookingAt(place);
    m_status->setLooking(place.has_value());
}

void TimelineView::setProgress(const std::optional<StepProgress>& progress) {
    m_status->setProgress(progress);
}

void TimelineView::setSpan(double epochs) {
    m_canvas->setSpan(epochs);
}

double TimelineView::span() const {
    return m_canvas->span();
}

void TimelineView::setCompact(bool compact) {
    m_compact = compact;
    m_header->setVisible(!compact);
    m_canvas->setCompact(compact);
    m_details->setCompact(compact);
    placeStatus();
    fitHeight();
}

/// Where there is no header, it stands between the tree and the details.
void TimelineView::placeStatus() {
    m_status->setParent(m_compact ? this : m_header);
    if (m_compact)
        m_row->insertWidget(1, m_status);
    else
        m_headerRow->insertWidget(m_headerRow->indexOf(m_room), m_status);
    m_status->setUpright(m_compact);
}

void TimelineView::setThumbnail(CheckpointId checkpoint, const QImage& picture) {
    m_thumbnails[checkpoint] = picture;
    m_canvas->setThumbnail(checkpoint, picture);
    showDetails();
}

QImage TimelineView::thumbnail(CheckpointId checkpoint) const {
    const auto found = m_thumbnails.find(checkpoint);
    return found == m_thumbnails.end() ? QImage() : found->second;
}

void TimelineView::setProof(CheckpointId checkpoint, const Proof& proof) {
    m_proofs[checkpoint] = proof;
    showDetails();
}

void TimelineView::setChosen(CheckpointId checkpoint) {
    m_canvas->setChosen(checkpoint);
    showDetails();
}

void TimelineView::choose(CheckpointId checkpoint) {
    setChosen(checkpoint);
    emit selected(checkpoint);
}

CheckpointId TimelineView::chosen() const {
    return m_canvas->chosen();
}

void TimelineView::setNotice(const QString& text, TimelineStatus::Tone tone) {
    m_status->setNotice(text, tone);
}

void TimelineView::setActionsEnabled(bool enabled) {
    m_save->setEnabled(enabled);
    m_twin->setEnabled(enabled);
    m_details->setActionsEnabled(enabled);
}

void TimelineView::showDetails() {
    const CheckpointInfo* checkpoint = m_canvas->chosenCheckpoint();
    if (checkpoint == nullptr) {
        m_details->clear();
        return;
    }
    m_details->setThumbnail(thumbnail(checkpoint->id));
    m_details->setCheckpoint(*checkpoint);
    const auto proof = m_proofs.find(checkpoint->id);
    m_details->setProof(proof == m_proofs.end() ? std::nullopt : std::optional(proof->second));
}

void TimelineView::showRoom() {
    const Timeline& timeline = m_canvas->timeline();
    const auto sized = [](std::int64_t bytes) { return QString::fromStdString(sizeText(bytes)); };
    m_room->setText(timeline.budget.bytes > 0
                        ? tr("Saves: %1 of %2").arg(sized(timeline.bytes), sized(timeline.budget.bytes))
                        : tr("Saves: %1").arg(sized(timeline.bytes)));
    m_room->setToolTip(tr("How much room the saves take, and how much they may take."));
    m_room->setVisible(timeline.bytes > 0);
}

void TimelineView::fitHeight() {
    const double scale = textScale(this);
    setFixedHeight(static_cast<int>((m_compact ? kCompactHeight : kHeight) * scale));
    m_details->setFixedWidth(static_cast<int>((m_compact ? kCompactDetailsWidth : kDetailsWidth) * scale));
}

void TimelineView::retranslate() {
    m_title->setText(tr("Timeline"));
    m_twin->setText(tr("Try one change"));
    m_twin->setToolTip(
        tr("Trains twice from where the network stands: once as it is, once with one change."));
    showRoom();
    m_save->setText(tr("Save here"));
    m_save->setToolTip(tr("Saves everything as it is now in a slot with a letter."));
    setAccessibleName(tr("Timeline"));
}

void TimelineView::recolor() {
    const Theme& theme = Theme::of(this);
    m_save->setIcon(icon(QStringLiteral("save"), {Token::Accent, &theme}));
}

void TimelineView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        recolor();
    else if (event->type() == QEvent::FontChange)
        fitHeight();
}

void TimelineView::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const Theme& theme = Theme::of(this);
    painter.fillRect(rect(), theme.color(Token::Surface));
    painter.fillRect(0, 0, width(), 1, theme.color(Token::Line));
    painter.fillRect(m_details->x() - 1, 0, 1, height(), theme.color(Token::Line));
}

} // namespace neurarium
