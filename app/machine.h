// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>
#include <vector>

#include <QString>

namespace neurarium {

/// What this computer is, and how the program calculates on it.
struct Machine {
    QString processor;
    int cores = 1;           ///< physical ones
    int hardwareThreads = 1; ///< that run at once
    qint64 memory = 0;       ///< bytes
    QString level;           ///< the instruction level that the kernels were chosen for
    QString arithmetic;      ///< computers of equal arithmetic get equal bits
    QString system;
};

Machine thisMachine();

/// The same for people, in their language: what it is called, and what it is. `threads` train.
std::vector<std::pair<QString, QString>> describe(const Machine& machine, int threads);

} // namespace neurarium
