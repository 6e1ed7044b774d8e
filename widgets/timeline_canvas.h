// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>

#include <QAbstractScrollArea>
#include <QImage>
#include <QTimer>

#include "report/timeline.h"
#include "widgets/redraw_pace.h"
#include "widgets/timeline_aim.h"
#include "widgets/timeline_layout.h"

namespace neurarium {

/// The drawn part of the timeline: shows the tree, lets a person choose a checkpoint with mouse or keys and
/// drag the playhead. It changes nothing itself: it only says what is wished.
class TimelineCanvas : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit TimelineCanvas(QWidget* parent = nullptr);

    /// Another run.
    void clear();
    void setTimeline(const Timeline& timeline);
    /// Tells where an epoch really ended; needed only when the number of steps in an epoch changes.
    void addEpochs(const std::vector<EpochReport>& epochs);
    const Timeline& timeline() const { return m_timeline; }
    /// Where training stands; cheap enough for every step.
    void setLiveStep(std::int64_t step);
    /// The step that is looked at instead of the live one. The playhead stands there again, if it was put
    /// elsewhere meanwhile.
    void setLookingAt(const std::optional<StepPlace>& place);
    /// Where the playhead is, on its way there or arrived.
    StepPlace playhead() const;
    /// The length of the axis in epochs, shared with the loss chart; 0 finds its own.
    void setSpan(double epochs);
    void setCompact(bool compact);
    void setThumbnail(CheckpointId checkpoint, const QImage& picture);
    void setChosen(CheckpointId checkpoint);
    CheckpointId chosen() const { return m_chosen; }
    const CheckpointInfo* chosenCheckpoint() const;

    const TimelineLayout& layOut() const;
    double span() const;

signals:
    void chosenChanged(CheckpointId checkpoint);
    void detailsRequested(CheckpointId checkpoint);
    void goBackRequested(CheckpointId checkpoint);
    /// The playhead is being put there; nothing is looked at yet.
    void aimed(const StepPlace& place);
    /// It was let go of without a wish.
    void aimDropped();
    void lookAtRequested(const StepPlace& place);
    /// Back to where training stands.
    void returnRequested();

protected:
    bool viewportEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void invalidate();
    void layOutAnew();
    void choose(CheckpointId checkpoint);
    void chooseBeside(int direction, bool withTicks);
    void chooseLane(int direction);
    void showLane(BranchId branch);
    QString inWords(const CheckpointInfo& checkpoint, const QString& title) const;
    void describe(const QString& first = {});
    double lastEpoch() const;
    TimelineAim aim() const;
    void aimAt(const QPointF& point);
    void aimAt(const StepPlace& place);
    void dropAim();
    void requestAim();
    bool moveWithKey(const QKeyEvent& event);
    double playheadEpoch() const;
    double playheadX() const;
    QPointF unscrolled(const QPointF& point) const;
    QString playheadText() const;

    Timeline m_timeline;
    EpochScale m_epochs;
    std::map<CheckpointId, QImage> m_thumbnails;
    std::int64_t m_liveStep = 0;
    std::optional<StepPlace> m_lookingAt;
    std::optional<StepPlace> m_aim; ///< where the playhead is put just now
    BranchId m_way;                 ///< the branch whose way the playhead follows
    double m_span = 0;
    RedrawPace m_pace;
    bool m_compact = false;
    bool m_dragging = false;
    QPointF m_pressed;
    QTimer m_keyPause; ///< keys are waited for until it ends
    CheckpointId m_chosen;
    mutable TimelineLayout m_layout;
    mutable bool m_layoutIsOld = true;
};

} // namespace neurarium
