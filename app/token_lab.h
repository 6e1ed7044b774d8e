// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>

#include <QObject>
#include <QThreadPool>

#include "report/text_cuts.h"

namespace neurarium {

class Tokenizer;

/// Cuts texts, and learns pieces from the text of an experiment, behind the window and without any network.
/// Lives on the window's thread; the work is done on one thread of its own, in order, and its signals arrive
/// here. What belongs to a text before is dropped.
class TokenLab : public QObject {
    Q_OBJECT
public:
    explicit TokenLab(QObject* parent = nullptr);
    /// Waits for the work under way, which ends at its next merge.
    ~TokenLab() override;

    /// Learns every way to cut from a text (its beginning, where it is very long), and starts the game of
    /// merging anew. `text` is called on the thread of the work. `own` is how the experiment cuts it, and is
    /// one of the ways; it may be null.
    void setCorpus(std::function<std::string()> text, const std::shared_ptr<const Tokenizer>& own);
    /// The sentence that is cut: `cutsReady` follows, and `mergesReady` with it cut as far as the game has
    /// come.
    void cut(const QString& sentence);
    /// Merges the pair with that place in the last `MergeState::common`; `mergesReady` follows.
    void merge(int place);
    /// Merges the most common pairs until there are so many merges; `mergeProgress` and `mergesReady` follow.
    void mergeOn(qint64 merges);
    /// Ends `mergeOn`; what was merged until then stays.
    void cancel();
    void clearMerges();
    /// All tokens of one way to cut; `vocabularyReady` follows.
    void fetchVocabulary(TokenizerKind kind);

signals:
    void cutsReady(std::shared_ptr<const neurarium::TextCuts> cuts);
    void mergesReady(std::shared_ptr<const neurarium::MergeState> state);
    /// At most ten a second; (0, 0) when it has ended.
    void mergeProgress(qint64 done, qint64 total);
    void vocabularyReady(std::shared_ptr<const neurarium::Vocabulary> vocabulary);

private:
    struct Work;

    /// Does something on the thread of the work.
    void later(std::function<void(Work&)> task);
    /// From there: does something here, unless another text was taken meanwhile.
    void report(int corpus, std::function<void()> news);
    void tellMerges(const Work& work);

    std::shared_ptr<Work> m_work;
    std::atomic<int> m_corpus{0};   ///< number of the text
    std::atomic<int> m_sentence{0}; ///< number of the newest sentence
    std::atomic<bool> m_cancelled{false};
    QThreadPool m_thread;
};

} // namespace neurarium
