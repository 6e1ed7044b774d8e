// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/current_problem.h"

#include <exception>
#include <new>

namespace neurarium {

Problem currentProblem() {
    try {
        throw;
    } catch (const Error& error) {
        return error.problem();
    } catch (const std::bad_alloc&) {
        return {ProblemKind::Failure,
                {},
                explain("Problem", "The memory of this computer is used up"),
                explain("Problem", "Close other programs, or choose a smaller batch or network.")};
    } catch (const std::exception& error) {
        return {ProblemKind::Failure,
                {},
                explain("Problem", "Something unexpected happened: %1", {error.what()}),
                {}};
    }
}

} // namespace neurarium
