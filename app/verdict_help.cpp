// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verdict_help.h"

#include <QCoreApplication>

namespace neurarium {

namespace {

/// Gives the sentences their context for translation.
struct VerdictHelp {
    Q_DECLARE_TR_FUNCTIONS(neurarium::VerdictHelp)
};

} // namespace

QString verdictHelp(VerdictKind kind) {
    switch (kind) {
    case VerdictKind::Exploding:
        return VerdictHelp::tr("The training loss rose above three times what it was in the last epoch. "
                               "Go back to a save and lower the learning rate.");
    case VerdictKind::Overfitting:
        return VerdictHelp::tr(
            "The thin line falls, the thick line rises: it learns its own examples by heart. "
            "Try dropout, vary the photos, or collect more of them.");
    case VerdictKind::Guessing:
        return VerdictHelp::tr("The validation loss is still as high as that of an answer by chance. "
                               "Give it time, or raise the learning rate.");
    case VerdictKind::LearningWell:
        return VerdictHelp::tr("The validation loss fell by 2 % or more lately. Let it go on.");
    case VerdictKind::LearningSlowly:
        return VerdictHelp::tr(
            "The validation loss fell by 1 to 2 % lately. A higher learning rate may be faster.");
    case VerdictKind::Stuck:
        return VerdictHelp::tr("The validation loss moved by less than 1 % lately. "
                               "Try another learning rate, or a larger network.");
    case VerdictKind::Unclear:
        return VerdictHelp::tr(
            "The validation loss goes up and down; no rule fits yet. Watch a few more epochs.");
    case VerdictKind::JustStarted:
        return VerdictHelp::tr("After three epochs there is enough to compare.");
    case VerdictKind::Paused:
        return VerdictHelp::tr("Nothing changes while training is paused. Press Space to go on.");
    case VerdictKind::LookingBack:
        return VerdictHelp::tr(
            "You are looking at an earlier place. Training stands where the solid line was.");
    }
    return {};
}

} // namespace neurarium
