// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace neurarium {

/// SHA-256 (FIPS 180-4) of bytes that come in pieces; the work is done by OpenSSL.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(const void* bytes, std::size_t count);
    void add(std::string_view text) { add(text.data(), text.size()); }
    /// The hash of everything added, as 64 lower-case hex digits. Call once, last.
    std::string hex();

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

/// SHA-256 of one piece, as 64 lower-case hex digits.
std::string sha256Hex(std::string_view bytes);

} // namespace neurarium
