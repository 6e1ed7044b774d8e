// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include <QCoreApplication>

#include "report/text_cuts.h"
#include "widgets/figure.h"

namespace neurarium {

/// A text cut in several ways as a picture, and the pairs that were merged.
class TokensFigure : public Figure {
    Q_DECLARE_TR_FUNCTIONS(neurarium::TokensFigure)

public:
    struct Content {
        std::shared_ptr<const TextCuts> cuts;
        std::shared_ptr<const MergeState> merges;
    };

    /// `now` is asked whenever the figure is painted or written.
    explicit TokensFigure(std::function<Content()> now)
        : m_now(std::move(now)) {}

    QString title() const override;
    QSizeF sizeFor(const QSizeF& shown, const FigureLook& look) override;
    void paint(QPainter& painter, const QSizeF& size, const FigureLook& look) override;
    /// A row for each piece of each cut, then one for each pair that was merged.
    QByteArray csv() const override;
    /// For each cut its pieces, the price and the size of the vocabulary.
    QString numbers() const override;

private:
    /// Where and how it is painted; without a painter it is only measured.
    struct Brush {
        QPainter* painter = nullptr;
        const FigureLook& look;
        double width = 0;
    };
    /// Each returns where it ends.
    double layOut(const Content& content, const Brush& brush) const;
    double layOutCut(const TextCuts& cuts, std::size_t number, double top, const Brush& brush) const;
    double layOutMerges(const MergeState& merges, double top, const Brush& brush) const;

    std::function<Content()> m_now;
};

} // namespace neurarium
