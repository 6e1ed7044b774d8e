// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/proof_text.h"

#include <QCoreApplication>

namespace neurarium {

namespace {

struct ProofWords {
    Q_DECLARE_TR_FUNCTIONS(neurarium::ProofWords)
};

} // namespace

QString proofText(const Proof& proof) {
    const auto steps = static_cast<int>(proof.steps);
    if (proof.equal)
        return ProofWords::tr("identical to the bit · %1 · %n step(s)", nullptr, steps)
            .arg(QString::fromStdString(proof.to.shortCode()));
    return ProofWords::tr("not the same after %n step(s): first in %1", nullptr, steps)
        .arg(QString::fromStdString(proof.firstDifference));
}

} // namespace neurarium
