// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map_names.h"

#include <algorithm>
#include <numeric>

#include "widgets/recipe_words.h"
#include "widgets/token_text.h"

namespace neurarium {

void MapNames::setThings(const std::shared_ptr<const Embeddings>& things) {
    const bool sameWords = m_things && things && m_things->labels == things->labels &&
                           m_things->counts == things->counts &&
                           m_things->pictures.empty() == things->pictures.empty();
    m_things = things;
    if (!sameWords)
        retranslate();
}

void MapNames::setFonts(const QFont& plain, const QFont& bold) {
    if (plain == m_plain && bold == m_bold)
        return;
    m_plain = plain;
    m_bold = bold;
    m_plainTexts.assign(m_words.size(), {});
    m_boldTexts.assign(m_words.size(), {});
}

void MapNames::retranslate() {
    m_words.clear();
    if (m_things)
        for (const std::string& label : m_things->labels)
            m_words.push_back(m_things->pictures.empty() ? tokenText(label) : classWord(label));
    m_plainTexts.assign(m_words.size(), {});
    m_boldTexts.assign(m_words.size(), {});
    m_byFrequency.resize(m_words.size());
    std::iota(m_byFrequency.begin(), m_byFrequency.end(), 0);
    if (!m_things || m_things->counts.size() != m_words.size())
        return;
    const auto count = [this](std::int64_t thing) {
        return m_things->counts[static_cast<std::size_t>(thing)];
    };
    std::stable_sort(m_byFrequency.begin(), m_byFrequency.end(),
                     [&](std::int64_t a, std::int64_t b) { return count(a) > count(b); });
}

const QStaticText& MapNames::text(std::int64_t thing, bool bold) const {
    Shaped& shaped = (bold ? m_boldTexts : m_plainTexts)[static_cast<std::size_t>(thing)];
    if (!shaped.ready) {
        shaped.text.setText(word(thing));
        shaped.text.setTextFormat(Qt::PlainText);
        shaped.text.setPerformanceHint(QStaticText::AggressiveCaching);
        shaped.text.prepare(QTransform(), bold ? m_bold : m_plain);
        shaped.ready = true;
    }
    return shaped.text;
}

} // namespace neurarium
