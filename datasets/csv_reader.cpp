// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/csv_reader.h"

#include <utility>

#include "report/error.h"

namespace neurarium {

CsvReader::CsvReader(std::string_view text, char delimiter, std::string place)
    : m_text(text)
    , m_delimiter(delimiter)
    , m_place(std::move(place)) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (m_text.starts_with(kByteOrderMark))
        m_at = kByteOrderMark.size();
}

bool CsvReader::atLineEnd() const {
    return m_at >= m_text.size() || m_text[m_at] == '\n' || m_text.substr(m_at, 2) == "\r\n";
}

void CsvReader::skipLineEnd() {
    if (m_at >= m_text.size())
        return;
    m_at += m_text[m_at] == '\r' ? 2 : 1;
    ++m_line;
}

bool CsvReader::next(std::vector<std::string>& fields) {
    while (m_at < m_text.size() && atLineEnd())
        skipLineEnd();
    fields.clear();
    if (m_at >= m_text.size())
        return false;
    m_recordLine = m_line;
    fields.push_back(readField());
    while (!atLineEnd()) {
        ++m_at; // the delimiter
        fields.push_back(readField());
    }
    skipLineEnd();
    return true;
}

std::string CsvReader::readField() {
    if (m_at < m_text.size() && m_text[m_at] == '"')
        return readQuoted();
    const std::size_t first = m_at;
    while (!atLineEnd() && m_text[m_at] != m_delimiter)
        ++m_at;
    return std::string(m_text.substr(first, m_at - first));
}

std::string CsvReader::readQuoted() {
    const std::int64_t line = m_line;
    std::string field;
    for (++m_at; m_at < m_text.size(); ++m_at) {
        const char letter = m_text[m_at];
        if (letter == '\n')
            ++m_line;
        if (letter != '"') {
            field += letter;
        } else if (m_text.substr(m_at, 2) == "\"\"") {
            field += '"';
            ++m_at;
        } else {
            ++m_at;
            if (atLineEnd() || m_text[m_at] == m_delimiter)
                return field;
            throw Error(ProblemKind::Refused, m_place + ":" + std::to_string(m_line),
                        explain("Problem", "something follows the closing quote of a field"),
                        explain("Problem", "Write a quote inside quotes twice"));
        }
    }
    throw Error(ProblemKind::Refused, m_place + ":" + std::to_string(line),
                explain("Problem", "a quote is opened in this line and never closed"));
}

} // namespace neurarium
