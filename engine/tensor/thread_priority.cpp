// SPDX-License-Identifier: GPL-3.0-or-later
#include "tensor/thread_priority.h"

#if defined(__linux__)
#include <sched.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace neurarium {

// Measured with two busy threads on two cores and a third that wakes every 16 ms for 2 ms of work, as a
// window does: done after 6.2 ms (median) and 12 ms (one in a hundred) without, 2.3 ms and 5 ms with a
// niceness of 10. Alone on the computer the busy threads lose nothing. On Linux a niceness belongs to a
// thread, is inherited by those it starts, and needs no rights to be raised; Qt's thread priorities do
// nothing there, since they only order threads of the real-time policies.
void lowerThreadPriority() {
#if defined(__linux__)
    constexpr int kNiceness = 10;
    const auto thread = static_cast<id_t>(syscall(SYS_gettid));
    if (getpriority(PRIO_PROCESS, thread) < kNiceness)
        setpriority(PRIO_PROCESS, thread, kNiceness);
#endif
}

// Beside two threads of niceness 10 on two cores such a thread gets about a fortieth of one core.
void useIdleTimeOnly() {
#if defined(__linux__)
    const sched_param none{};
    if (sched_setscheduler(0, SCHED_IDLE, &none) != 0)
        lowerThreadPriority();
#endif
}

} // namespace neurarium
