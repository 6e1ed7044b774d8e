// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace neurarium {

/// A file or folder under way to its place, beside which it lies. It is gone at the end of the scope unless
/// it was moved there.
class Provisional {
public:
    /// For `place`; one that was left behind by an end of the program is removed. `kind` tells several for
    /// the same place apart: ".NAME.KIND.partial".
    explicit Provisional(const std::filesystem::path& place, std::string_view kind = {});
    ~Provisional();
    Provisional(const Provisional&) = delete;
    Provisional& operator=(const Provisional&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    /// To its place, where nothing may be; lasting when this returns. Throws Error: Refused when something
    /// is there, else Storage, telling that it needs so many bytes; nothing is at the place then.
    void moveIntoPlace(std::uint64_t bytes);

private:
    void remove() const;

    std::filesystem::path m_place;
    std::filesystem::path m_path;
};

/// Throws Error (Refused) when anything is at the place, be it a link to nowhere.
void requireNothingAt(const std::filesystem::path& place);

} // namespace neurarium
