// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QFont>
#include <QStaticText>
#include <QString>

#include "report/embeddings.h"

namespace neurarium {

/// The names of the things on a map: their words, how much room those take, and who comes first where there
/// is no room for all. Texts are shaped once, when they are first asked for.
class MapNames {
public:
    void setThings(const std::shared_ptr<const Embeddings>& things);
    void setFonts(const QFont& plain, const QFont& bold);

    std::int64_t size() const { return static_cast<std::int64_t>(m_words.size()); }
    /// As it is written; classes of pictures in the language of the window.
    const QString& word(std::int64_t thing) const { return m_words[static_cast<std::size_t>(thing)]; }
    const std::vector<QString>& words() const { return m_words; }
    const QStaticText& text(std::int64_t thing, bool bold) const;
    /// All of them, the frequent ones first.
    const std::vector<std::int64_t>& byFrequency() const { return m_byFrequency; }
    /// Words again, after the language changed.
    void retranslate();

private:
    struct Shaped {
        QStaticText text;
        bool ready = false;
    };

    std::shared_ptr<const Embeddings> m_things;
    std::vector<QString> m_words;
    std::vector<std::int64_t> m_byFrequency;
    QFont m_plain, m_bold;
    mutable std::vector<Shaped> m_plainTexts, m_boldTexts;
};

} // namespace neurarium
