// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

namespace neurarium {

/// A sentence for the user: an English text with %1, %2 ... and what stands there: the arguments, then the parts.
/// The window translates `text` (context "Problem"), that of the parts too, before it fills them in.
struct Message {
    std::string text;
    std::vector<std::string> arguments;
    std::vector<Message> parts{}; ///< sentences within this one

    /// The English sentence, filled in.
    std::string english() const;
    bool empty() const { return text.empty(); }
    bool operator==(const Message&) const = default;
};

/// Makes a Message. The first argument is always "Problem": it tells the translation tools the context.
Message explain(const char* context, const char* text, std::vector<std::string> arguments = {},
                std::vector<Message> parts = {});

/// What kind of trouble it is; the command line's exit code follows from it.
enum class ProblemKind {
    Failure,     ///< something else went wrong: exit code 1
    Refused,     ///< input that is wrong, or does not fit together: exit code 2
    DamagedFile, ///< a file that breaks the rules of its format: exit code 3
    Storage,     ///< the state could not be written: exit code 4
    Diverged,    ///< NaN or Inf in training: exit code 5
};

/// Everything that an error says to a user: where, what was found and expected, what to do next.
struct Problem {
    ProblemKind kind = ProblemKind::Failure;
    std::string where; ///< the place: "network[3].kernel", a file's path; may be empty
    Message what;      ///< what was found and what was expected
    Message advice;    ///< what to do next; may be empty

    /// "where: what. advice", to be a part of another sentence.
    Message sentence() const;
    /// The same in English, on one line.
    std::string english() const;
    bool operator==(const Problem&) const = default;
};

/// Thrown by every library of the house. Libraries never exit, print or open dialogs.
class Error : public std::runtime_error {
public:
    explicit Error(Problem problem);
    Error(ProblemKind kind, std::string where, Message what, Message advice = {});

    const Problem& problem() const { return m_problem; }
    ProblemKind kind() const { return m_problem.kind; }

private:
    Problem m_problem;
};

} // namespace neurarium
