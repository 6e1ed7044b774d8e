// SPDX-License-Identifier: GPL-3.0-or-later
// How fast texts are cut: tokenizer_bench [FILE] [TOKENS]. Without a file, 10 MB of made-up Korean and
// English.
#include <chrono>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tensor/random.h"
#include "text/tokenizers.h"
#include "text/utf8.h"

using namespace neurarium;

namespace {

constexpr std::size_t kBytes = 10 << 20;

/// Words drawn by Zipf's law from a list that grows with the text, half of them Hangul.
std::string madeUpText() {
    const RandomStream random(1, RandomPurpose::Generator);
    std::string text;
    std::vector<std::string> words;
    for (std::uint64_t i = 0; text.size() < kBytes; ++i) {
        const double place = std::pow(static_cast<double>(random.uniform(0, i)), 4.0) *
                             (1.3 * static_cast<double>(words.size()) + 100);
        auto number = static_cast<std::size_t>(place);
        if (number >= words.size()) {
            number = words.size();
            std::string word;
            const std::uint64_t length = 1 + random.below(1, i, 5);
            for (std::uint64_t k = 0; k <= length; ++k) {
                const float common = random.uniform(2 + k, i);
                const auto letter = static_cast<char32_t>(common * common * common * 2000);
                if (i % 2 == 0)
                    appendCharacter(word, 0xAC00 + letter * 5);
                else
                    word += {static_cast<char>('a' + letter % 26), "aeiou"[letter / 26 % 5]};
            }
            words.push_back(word);
        }
        text += words[number];
        text += random.below(20, i, 12) == 0 ? ".\n" : " ";
    }
    return text;
}

std::string fileText(const char* path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

double seconds(std::chrono::steady_clock::time_point since) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - since).count();
}

} // namespace

int main(int argc, char** argv) {
    const std::string text = argc > 1 ? fileText(argv[1]) : madeUpText();
    const std::int64_t size = argc > 2 ? std::stoll(argv[2]) : 8000;
    const double megabytes = static_cast<double>(text.size()) / (1 << 20);
    std::printf("%.1f MB, at most %lld tokens\n", megabytes, static_cast<long long>(size));
    for (const TokenizerType& type : tokenizerTypes()) {
        const auto start = std::chrono::steady_clock::now();
        const auto tokenizer = learnTokenizer(type, text, size, "TOKENS");
        const double learning = seconds(start);
        const auto begun = std::chrono::steady_clock::now();
        const std::vector<TokenId> ids = tokenizer->encode(text);
        const double cutting = seconds(begun);
        const bool same = tokenizer->decode(ids) == text;
        std::printf("%-10s learnt %5lld tokens in %6.2f s, cut into %9zu in %6.2f s%s\n", type.name.c_str(),
                    static_cast<long long>(tokenizer->size()), learning, ids.size(), cutting,
                    same ? "" : "  NOT THE SAME TEXT AGAIN");
    }
}
