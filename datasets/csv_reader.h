// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace neurarium {

/// Reads the records of a table of text as RFC 4180 has them: fields between delimiters, in quotes where they
/// hold delimiters, line ends or (doubled) quotes. A byte order mark is passed over; line ends are LF or
/// CRLF; empty lines are passed over.
class CsvReader {
public:
    /// `text` must live as long as the reader. `place` is named in errors.
    CsvReader(std::string_view text, char delimiter, std::string place);

    /// The next record; false at the end. Throws Error (Refused) that names the line.
    bool next(std::vector<std::string>& fields);
    /// The line (from 1) where the last record began.
    std::int64_t line() const { return m_recordLine; }

private:
    std::string readField();
    std::string readQuoted();
    bool atLineEnd() const;
    void skipLineEnd();

    std::string_view m_text;
    char m_delimiter;
    std::string m_place;
    std::size_t m_at = 0;
    std::int64_t m_line = 1;
    std::int64_t m_recordLine = 1;
};

} // namespace neurarium
