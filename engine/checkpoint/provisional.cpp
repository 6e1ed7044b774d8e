// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpoint/provisional.h"

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>

#include <fcntl.h>

#include "checkpoint/durable_file.h"

namespace neurarium {

namespace {

std::filesystem::path withoutSlash(const std::filesystem::path& place) {
    return std::filesystem::absolute(place / "").parent_path();
}

std::filesystem::path partialOf(const std::filesystem::path& whole, std::string_view kind) {
    std::string name(".");
    name.append(whole.filename().string());
    if (!kind.empty())
        name.append(".").append(kind);
    name.append(kPartialEnding);
    return whole.parent_path() / name;
}

[[noreturn]] void refuse(const std::filesystem::path& place) {
    throw Error(ProblemKind::Refused, place.string(), explain("Problem", "there is such a file already"),
                explain("Problem", "Choose another name"));
}

/// Gives 0, or the errno value of what went wrong; EEXIST when something is there.
int renameToNothing(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    // Not every file system can refuse in the same moment.
    std::error_code ignored;
    if (std::filesystem::exists(std::filesystem::symlink_status(to, ignored)))
        return EEXIST;
    return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

} // namespace

Provisional::Provisional(const std::filesystem::path& place, std::string_view kind)
    : m_place(withoutSlash(place))
    , m_path(partialOf(m_place, kind)) {
    remove();
}

Provisional::~Provisional() {
    remove();
}

void Provisional::remove() const {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

void Provisional::moveIntoPlace(std::uint64_t bytes) {
    const int reason = renameToNothing(m_path, m_place);
    if (reason == EEXIST)
        refuse(m_place);
    if (reason != 0)
        throw storageError(m_place, reason, bytes);
    try {
        syncEntry(m_place, bytes);
    } catch (const Error&) {
        std::error_code ignored;
        std::filesystem::remove_all(m_place, ignored);
        throw;
    }
}

void requireNothingAt(const std::filesystem::path& place) {
    std::error_code ignored;
    if (std::filesystem::exists(std::filesystem::symlink_status(withoutSlash(place), ignored)))
        refuse(place);
}

} // namespace neurarium
