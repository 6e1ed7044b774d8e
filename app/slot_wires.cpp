// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/slot_wires.h"

#include <QBuffer>
#include <QImageReader>

#include "app/lab.h"
#include "widgets/proof_text.h"
#include "widgets/slot_thumbnail.h"
#include "widgets/timeline_view.h"

namespace neurarium {

namespace {

/// Null when the file is no little PNG; it may come from anywhere.
QImage readPicture(const Thumbnail& thumbnail) {
    constexpr int kLargestSide = 512;
    QByteArray bytes(reinterpret_cast<const char*>(thumbnail.png.data()),
                     static_cast<qsizetype>(thumbnail.png.size()));
    QBuffer file(&bytes);
    QImageReader reader(&file, "PNG");
    const QSize size = reader.size();
    if (size.isEmpty() || size.width() > kLargestSide || size.height() > kLargestSide)
        return {};
    return reader.read();
}

} // namespace

SlotWires::SlotWires(Lab& lab, TimelineView& timeline, QObject* parent)
    : QObject(parent)
    , m_lab(lab)
    , m_timeline(timeline) {
    connect(&m_lab, &Lab::experimentChanged, this, [this] {
        m_points.reset();
        m_timeline.clear();
    });
    connect(&m_timeline, &TimelineView::noteEdited, &m_lab.saves(), &SavedGames::annotate);
    connectPictures();
    connectProof();
}

void SlotWires::connectPictures() {
    connect(&m_lab, &Lab::pointsReady, this,
            [this](std::shared_ptr<const PointSet> points) { m_points = std::move(points); });
    connect(&m_lab.saves(), &SavedGames::seen, this,
            [this](const std::shared_ptr<const SlotView>& view) { keepPicture(*view); });
    connect(&m_lab.saves(), &SavedGames::thumbnailsLoaded, this,
            [this](const auto& thumbnails) { showPictures(*thumbnails); });
}

void SlotWires::keepPicture(const SlotView& view) {
    const QImage picture = slotThumbnail(view, m_points.get());
    if (picture.isNull())
        return;
    m_timeline.setThumbnail(view.checkpoint, picture);
    QBuffer png;
    png.open(QIODevice::WriteOnly);
    if (picture.save(&png, "PNG") && png.data().size() <= static_cast<qsizetype>(kLargestThumbnail))
        m_lab.saves().setThumbnail(view.checkpoint, png.data());
}

void SlotWires::showPictures(const std::vector<Thumbnail>& thumbnails) {
    for (const Thumbnail& each : thumbnails) {
        const QImage picture = readPicture(each);
        if (!picture.isNull())
            m_timeline.setThumbnail(each.checkpoint, picture);
    }
}

void SlotWires::connectProof() {
    connect(&m_timeline, &TimelineView::proveRequested, this, [this](CheckpointId checkpoint) {
        m_proving = checkpoint;
        m_timeline.setNotice({});
        m_lab.saves().prove(checkpoint);
    });
    connect(&m_lab.saves(), &SavedGames::proved, this, [this](const Proof& proof) {
        m_timeline.setProof(m_proving, proof);
        m_timeline.setNotice(proofText(proof),
                             proof.equal ? TimelineStatus::Tone::Good : TimelineStatus::Tone::Bad);
    });
}

} // namespace neurarium
