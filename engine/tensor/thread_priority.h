// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace neurarium {

/// Lets the rest of the computer go first: the calling thread, and those that it starts from now on, take
/// what others leave. For good: raising the priority again needs rights that programs do not have. Does
/// nothing where threads have no priority of their own.
void lowerThreadPriority();

/// The calling thread takes only what all others leave, those of lowered priority too. For good.
void useIdleTimeOnly();

} // namespace neurarium
