// SPDX-License-Identifier: GPL-3.0-or-later
// How time and memory grow with the size of the work. Prints Markdown tables:
//
//     growth PICTURES [TABLE ...]
//
// PICTURES holds CIFAR-10 as files, train/CLASS/*.jpg and test/CLASS/*.jpg. A TABLE is a word of its title.
#include <algorithm>
#include <cstdio>
#include <string>

#include "tables.h"

using namespace neurarium::growth;

namespace {

bool isWanted(const Table& table, const std::vector<std::string>& words) {
    return words.empty() || std::any_of(words.begin(), words.end(), [&](const std::string& word) {
               return table.title.find(word) != std::string::npos;
           });
}

} // namespace

int main(int count, char** arguments) {
    if (count < 2) {
        std::fprintf(stderr, "growth PICTURES [TABLE ...]\n");
        return 2;
    }
    const std::vector<std::string> words(arguments + 2, arguments + count);
    std::vector<Table> tables{pictures(arguments[1])};
    for (const std::vector<Table>& more : {networks(), runs()})
        tables.insert(tables.end(), more.begin(), more.end());
    try {
        for (const Table& table : tables)
            if (isWanted(table, words))
                print(table);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
