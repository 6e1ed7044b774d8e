// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpoint/sha256.h"

#include <array>
#include <new>

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include "report/error.h"

namespace neurarium {

struct Sha256::Context {
    struct Free {
        void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    };
    std::unique_ptr<EVP_MD_CTX, Free> digest{EVP_MD_CTX_new()};
};

namespace {

void check(bool done) {
    if (!done)
        throw Error(ProblemKind::Failure, "SHA-256", explain("Problem", "the hash could not be computed"));
}

} // namespace

Sha256::Sha256() {
    // Hashes must not depend on the system's OpenSSL configuration, which may even load modules.
    check(OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, nullptr) == 1);
    m_context = std::make_unique<Context>();
    check(m_context->digest != nullptr &&
          EVP_DigestInit_ex(m_context->digest.get(), EVP_sha256(), nullptr) == 1);
}

Sha256::~Sha256() = default;

void Sha256::update(std::span<const std::uint8_t> bytes) {
    check(EVP_DigestUpdate(m_context->digest.get(), bytes.data(), bytes.size()) == 1);
}

void Sha256::update(std::string_view text) {
    check(EVP_DigestUpdate(m_context->digest.get(), text.data(), text.size()) == 1);
}

std::string Sha256::hex() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    check(EVP_DigestFinal_ex(m_context->digest.get(), digest.data(), &length) == 1);
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (unsigned int i = 0; i < length; ++i) {
        text += kDigits[digest[i] >> 4];
        text += kDigits[digest[i] & 15];
    }
    return text;
}

} // namespace neurarium
