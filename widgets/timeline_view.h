// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>

#include <QImage>
#include <QWidget>

#include "report/epoch_report.h"
#include "report/proof.h"
#include "report/timeline.h"
#include "widgets/timeline_status.h"

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace neurarium {

class BranchLegend;
class SlotDetails;
class TimelineCanvas;

/// The timeline at the foot of the window: the tree of branches, its save slots, and details of the chosen
/// one. It shows what it is told and says what is wished; going back, saving and renaming happen elsewhere.
class TimelineView : public QWidget {
    Q_OBJECT

public:
    explicit TimelineView(QWidget* parent = nullptr);

    /// Another run: forgets pictures and proofs, and what is known of epochs.
    void clear();
    void setTimeline(const Timeline& timeline);
    /// Tells where an epoch really ended, so that the axis is exact when batches change their size.
    void addEpochs(const std::vector<EpochReport>& epochs);
    /// Where training stands, in updates done.
    void setLiveStep(std::int64_t step);
    /// The step that is looked at; the playhead stands there, and the way back is offered.
    void setLookingAt(const std::optional<StepPlace>& place);
    /// Steps are trained once more.
    void setProgress(const std::optional<StepProgress>& progress);
    /// Length of the epoch axis, shared with the loss chart; 0 lets the timeline find its own.
    void setSpan(double epochs);
    double span() const;
    /// 212 pixels with slot cards, or 76 with letters.
    void setCompact(bool compact);
    bool isCompact() const { return m_compact; }
    void setThumbnail(CheckpointId checkpoint, const QImage& picture);
    QImage thumbnail(CheckpointId checkpoint) const;
    /// What training once more has shown for a checkpoint.
    void setProof(CheckpointId checkpoint, const Proof& proof);
    void setChosen(CheckpointId checkpoint);
    CheckpointId chosen() const;
    /// Chooses one as a click does.
    void choose(CheckpointId checkpoint);
    /// Short news beside the legend ("20 steps repeated, all the same"); empty takes it away.
    void setNotice(const QString& text, TimelineStatus::Tone tone = TimelineStatus::Tone::Good);
    const QString& notice() const { return m_status->notice(); }
    /// Whether saving and going back are possible now.
    void setActionsEnabled(bool enabled);

    TimelineCanvas* canvas() const { return m_canvas; }
    /// How much room the saves take and may take; hidden while there are none.
    QPushButton* roomButton() const { return m_room; }

signals:
    void selected(CheckpointId checkpoint);
    void goBackRequested(CheckpointId checkpoint);
    void takeWeightsRequested(CheckpointId checkpoint);
    /// One change is to be tried, from a checkpoint or, without one, from where the network stands.
    void twinRequested(CheckpointId checkpoint);
    void whatChangedRequested(CheckpointId checkpoint);
    void xRayRequested(CheckpointId checkpoint);
    void proveRequested(CheckpointId checkpoint);
    void noteEdited(CheckpointId checkpoint, const QString& note);
    void renameRequested(CheckpointId checkpoint, const QString& name);
    void saveRequested();
    /// How much room do the saves take, and what may they take?
    void roomRequested();
    void aimed(const StepPlace& place);
    void aimDropped();
    void lookAtRequested(const StepPlace& place);
    void returnRequested();
    /// The progress is to end.
    void cancelRequested();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    void connectParts();
    void showDetails();
    void placeStatus();
    void showRoom();
    void fitHeight();
    void retranslate();
    void recolor();

    bool m_compact = false;
    std::map<CheckpointId, QImage> m_thumbnails;
    std::map<CheckpointId, Proof> m_proofs;
    QWidget* m_header;
    QLabel* m_title;
    BranchLegend* m_legend;
    TimelineStatus* m_status;
    QPushButton* m_twin;
    QPushButton* m_room;
    QPushButton* m_save;
    TimelineCanvas* m_canvas;
    SlotDetails* m_details;
    QHBoxLayout* m_headerRow = nullptr;
    QHBoxLayout* m_row = nullptr;
};

} // namespace neurarium
