// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QObject>

#include "report/playground.h"
#include "report/slot_view.h"
#include "report/thumbnail.h"

namespace neurarium {

class Lab;
class TimelineView;

/// The wires between the saves of a lab and what the timeline shows of each: little picture, note, proof.
class SlotWires : public QObject {
    Q_OBJECT
public:
    SlotWires(Lab& lab, TimelineView& timeline, QObject* parent = nullptr);

private:
    void connectPictures();
    void connectProof();
    void keepPicture(const SlotView& view);
    void showPictures(const std::vector<Thumbnail>& thumbnails);

    Lab& m_lab;
    TimelineView& m_timeline;
    std::shared_ptr<const PointSet> m_points;
    CheckpointId m_proving; ///< what was asked for last
};

} // namespace neurarium
