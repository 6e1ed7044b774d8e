// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <vector>

#include <QObject>

#include "report/proof.h"
#include "report/step_report.h"
#include "report/timeline.h"

namespace neurarium {

class Lab;

/// A place where training stands, with what is needed to stand there again.
struct Standing {
    StepPlace place;
    CheckpointId weightsOf{}; ///< it has but the weights of this one, and made no step since
    bool operator==(const Standing&) const = default;
};

/// Where the network stands in the tree of its run, and, while another step is only looked at, where it stood
/// before: the live place, to which one can return. Training on from the step that is looked at makes that
/// the live place.
class RunPlace : public QObject {
    Q_OBJECT
public:
    explicit RunPlace(Lab& lab, QObject* parent = nullptr);

    const StepPlace& here() const { return m_here; }
    const StepPlace& live() const { return m_looking ? m_live : m_here; }
    bool isLooking() const { return m_looking; }
    /// The live place, to return to it later.
    Standing standing() const { return {live(), m_weightsOf}; }
    /// The lab's timeline with the live place as its current one.
    Timeline timeline() const;

public slots:
    /// Pauses and looks at a recorded step of the branch, or of its parents.
    void lookAt(const neurarium::StepPlace& place);
    /// Stands at the live place again; a look on its way is cancelled.
    void returnToLive();
    /// Stands again where one stood, for good. This is no person's wish to go back to a save.
    void returnTo(const neurarium::Standing& standing);
    /// What is looked at becomes the live place.
    void settle();

signals:
    /// The network stands elsewhere, and not by training.
    void moved(const neurarium::StepPlace& place);
    void lookingChanged(bool looking);
    /// A look ended before it arrived: the network stands where it stood.
    void lookEnded();
    /// A person went back to a save, from there.
    void wentBack(const neurarium::CheckpointInfo& checkpoint, const neurarium::Standing& from);
    /// A step that was looked at became the live place instead of that one.
    void settled(const neurarium::StepPlace& here, const neurarium::Standing& from);

private:
    /// A wish to go to a step that has not been fulfilled yet.
    struct Wish {
        StepPlace to;
        bool onlyLook = false;
    };

    bool isLookWished() const;
    void connectTraining();
    void connectSaves();
    void begin();
    void takeTimeline(const Timeline& timeline);
    void takeSteps(const std::vector<StepReport>& steps);
    void arriveAt(const StepPlace& place);
    void arriveBack(const CheckpointInfo& checkpoint);
    void stand(const StepPlace& place, bool looking);

    Lab& m_lab;
    StepPlace m_here;
    StepPlace m_origin; ///< the same, but for the moment in which the network is told to stand elsewhere
    StepPlace m_live;   ///< while another step is looked at
    bool m_looking = false;
    std::deque<Wish> m_wishes; ///< the oldest first
    CheckpointId m_ownReturn;  ///< going back there is no person's wish
    CheckpointId m_weightsOf;  ///< the live place has but the weights of this one, and made no step
};

} // namespace neurarium
