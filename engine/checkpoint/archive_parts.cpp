// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpoint/archive_parts.h"

#include <utility>

#include "checkpoint/run_recovery.h"

namespace neurarium {

bool belongsToARun(const std::filesystem::path& name) {
    const std::string text = name.generic_string();
    return text == "experiment.json" || text == "run.sqlite" || text == kHeadNotes ||
           (name.parent_path() == "checkpoints" && isCheckpointName(name.filename().string()));
}

Utf8Names::Utf8Names()
    : m_locale(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
    if (m_locale != nullptr)
        m_before = ::uselocale(m_locale);
}

Utf8Names::~Utf8Names() {
    if (m_locale == nullptr)
        return;
    ::uselocale(m_before);
    ::freelocale(m_locale);
}

ArchiveCounter::ArchiveCounter(const ArchiveProgress& progress, std::uint64_t total,
                               std::filesystem::path where)
    : m_progress(progress)
    , m_total(total)
    , m_where(std::move(where)) {}

void ArchiveCounter::add(std::size_t bytes) {
    m_done += bytes;
    if (m_progress && !m_progress(m_done, m_total))
        throw Error(ProblemKind::Failure, m_where.string(), explain("Problem", "it was cancelled"));
}

} // namespace neurarium
