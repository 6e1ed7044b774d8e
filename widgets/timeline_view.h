// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>

#include <QImage>
#include <QWidget>

#include "report/epoch_report.h"
#include "report/timeline.h"

class QLabel;
class QPushButton;

namespace neurarium {

class BranchLegend;
class ElidedLabel;
class SlotDetails;
class TimelineCanvas;

/// The timeline at the foot of the window: the tree of branches, its save slots, and details of the chosen
/// one. It shows what it is told and says what is wished; going back, saving and renaming happen elsewhere.
class TimelineView : public QWidget {
    Q_OBJECT

public:
    explicit TimelineView(QWidget* parent = nullptr);

    void setTimeline(const Timeline& timeline);
    /// Tells where an epoch really ended, so that the axis is exact when batches change their size.
    void addEpochs(const std::vector<EpochReport>& epochs);
    /// Where training stands, in updates done.
    void setLiveStep(std::int64_t step);
    void setLookingAt(std::optional<std::int64_t> step);
    /// Length of the epoch axis, shared with the loss chart; 0 lets the timeline find its own.
    void setSpan(double epochs);
    double span() const;
    /// 212 pixels with slot cards, or 76 with letters.
    void setCompact(bool compact);
    bool isCompact() const { return m_compact; }
    void setThumbnail(CheckpointId checkpoint, const QImage& picture);
    void setChosen(CheckpointId checkpoint);
    CheckpointId chosen() const;
    /// A short good news beside the legend ("20 steps repeated, all the same"); empty takes it away.
    void setNotice(const QString& text);
    /// Whether saving and going back are possible now.
    void setActionsEnabled(bool enabled);

    TimelineCanvas* canvas() const { return m_canvas; }

signals:
    void selected(CheckpointId checkpoint);
    void goBackRequested(CheckpointId checkpoint);
    void takeWeightsRequested(CheckpointId checkpoint);
    void renameRequested(CheckpointId checkpoint, const QString& name);
    void saveRequested();
    void lookAtRequested(std::int64_t epoch, std::int64_t step);
    void lookAtEnded();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    void connectParts();
    void showDetails();
    void fitHeight();
    void retranslate();
    void recolor();

    bool m_compact = false;
    std::map<CheckpointId, QImage> m_thumbnails;
    QWidget* m_header;
    QLabel* m_title;
    BranchLegend* m_legend;
    QWidget* m_notice;
    QLabel* m_noticeIcon;
    ElidedLabel* m_noticeText;
    QPushButton* m_save;
    TimelineCanvas* m_canvas;
    SlotDetails* m_details;
};

} // namespace neurarium
