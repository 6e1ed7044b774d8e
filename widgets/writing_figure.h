// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "widgets/answer_list.h"
#include "widgets/candidate_bars.h"
#include "widgets/figure.h"
#include "widgets/written_tokens.h"

namespace neurarium {

/// What a figure of a written text shows.
struct WritingContent {
    std::shared_ptr<const Writing> writing;
    SamplingOptions sampling;
    CandidateSheet sheet; ///< of the chosen place, or of the next token
    std::vector<Answer> answers;
    std::optional<int> chosen;
};

/// A written text to take home: its tokens, what may be next, and what each save makes of the prompt.
class WritingFigure : public Figure {
    Q_DECLARE_TR_FUNCTIONS(neurarium::WritingFigure)

public:
    /// The content must live as long.
    explicit WritingFigure(const WritingContent& content)
        : m_content(content) {}

    QString title() const override;
    /// Large enough for all its parts, however small it is on the screen.
    QSizeF sizeFor(const QSizeF& shown, const FigureLook& look) override;
    void paint(QPainter& painter, const QSizeF& size, const FigureLook& look) override;
    /// A row for each token, each candidate and each answer; `kind` says which.
    QByteArray csv() const override;
    QString numbers() const override;

    /// "temperature 0.8, top-k 5, top-p 0.9": what is not left at its usual value, but always the first.
    static QString samplingText(const SamplingOptions& sampling);

private:
    void paintHeader(QPainter& painter, const QSizeF& size, const FigureLook& look) const;
    QList<QStringList> rows() const;

    const WritingContent& m_content;
    WrittenTokens m_tokens;
};

} // namespace neurarium
