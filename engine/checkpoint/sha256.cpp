// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpoint/sha256.h"

#include <array>

#include <openssl/evp.h>

#include "report/error.h"

namespace neurarium {

namespace {

void require(int answer) {
    if (answer != 1)
        throw Error(ProblemKind::Failure, "SHA-256", explain("Problem", "OpenSSL could not compute a hash"),
                    explain("Problem", "Check the installation of the package libssl3"));
}

} // namespace

struct Sha256::Context {
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> digest{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
};

Sha256::Sha256()
    : m_context(std::make_unique<Context>()) {
    require(m_context->digest && EVP_DigestInit_ex(m_context->digest.get(), EVP_sha256(), nullptr) ? 1 : 0);
}

Sha256::~Sha256() = default;

void Sha256::add(const void* bytes, std::size_t count) {
    if (count > 0)
        require(EVP_DigestUpdate(m_context->digest.get(), bytes, count));
}

std::string Sha256::hex() {
    constexpr char kDigits[] = "0123456789abcdef";
    std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
    unsigned length = 0;
    require(EVP_DigestFinal_ex(m_context->digest.get(), hash.data(), &length));
    std::string text;
    for (unsigned i = 0; i < length; ++i) {
        text += kDigits[hash[i] >> 4];
        text += kDigits[hash[i] & 15];
    }
    return text;
}

std::string sha256Hex(std::string_view bytes) {
    Sha256 hash;
    hash.add(bytes);
    return hash.hex();
}

} // namespace neurarium
