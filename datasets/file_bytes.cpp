// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/file_bytes.h"

#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "report/error.h"

namespace neurarium {

namespace {

[[noreturn]] void refuse(const std::filesystem::path& path, Message what) {
    throw Error(ProblemKind::Refused, path.string(), std::move(what));
}

[[noreturn]] void refuseUnreadable(const std::filesystem::path& path, int code) {
    const std::string reason = std::generic_category().message(code);
    refuse(path, explain("Problem", "the file cannot be read: %1", {reason}));
}

/// An open file, closed at the end of its scope.
class OpenFile {
public:
    explicit OpenFile(const std::filesystem::path& path)
        : m_descriptor(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)) {
        if (m_descriptor < 0)
            refuseUnreadable(path, errno);
    }
    ~OpenFile() { close(m_descriptor); }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    int descriptor() const { return m_descriptor; }

private:
    int m_descriptor;
};

} // namespace

std::vector<std::uint8_t> readFileBytes(const std::filesystem::path& path, std::uint64_t limit) {
    struct stat before = {};
    if (stat(path.c_str(), &before) != 0)
        refuseUnreadable(path, errno);
    if (!S_ISREG(before.st_mode))
        refuse(path, explain("Problem", "this is not a file but a folder, a pipe or a device"));
    const OpenFile file(path);
    struct stat status = {};
    if (fstat(file.descriptor(), &status) != 0)
        refuseUnreadable(path, errno);
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (size == 0)
        refuse(path, explain("Problem", "the file is empty"));
    if (size > limit)
        refuse(path, explain("Problem", "the file has %1 MB; at most %2 MB are read",
                             {std::to_string((size >> 20U) + 1), std::to_string(limit >> 20U)}));
    std::vector<std::uint8_t> bytes(size);
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t count = read(file.descriptor(), bytes.data() + done, bytes.size() - done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            refuseUnreadable(path, errno);
        if (count == 0)
            refuse(path, explain("Problem", "the file became shorter while it was read"));
        done += static_cast<std::size_t>(count);
    }
    return bytes;
}

} // namespace neurarium
