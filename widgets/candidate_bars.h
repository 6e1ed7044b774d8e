// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <QCoreApplication>
#include <QWidget>

#include "report/tokens.h"
#include "widgets/figure.h"

class QPainter;

namespace neurarium {

/// What may stand at one place of a text.
struct CandidateSheet {
    std::vector<TokenCandidate> candidates; ///< the likeliest first
    std::int64_t vocabulary = 0;            ///< all tokens there are; the others share what is left of 1
    std::optional<std::int64_t> taken;      ///< the token that stands there
    bool operator==(const CandidateSheet&) const = default;
};

/// Candidates as bars: word, bar, per cent; in the last row all others together. What a knob leaves out is
/// dashed. For the screen and for files.
class CandidatePainter {
    Q_DECLARE_TR_FUNCTIONS(neurarium::CandidatePainter)

public:
    struct Row {
        QString word, share;
        double probability = 0;
        bool kept = true, taken = false, rest = false;
    };
    /// At most `most` rows, that of the others included; a taken token always has one.
    static std::vector<Row> rows(const CandidateSheet& sheet, std::size_t most);
    static double rowHeight(double scale);
    /// Of rows in so low a place: they move together before too few of them are left.
    static double rowHeightIn(double height, double scale);
    static void paint(QPainter& painter, const CandidateSheet& sheet, const QRectF& box,
                      const FigureLook& look);
};

/// The candidates on the screen.
class CandidateBars : public QWidget {
    Q_OBJECT
public:
    explicit CandidateBars(QWidget* parent = nullptr);

    void setSheet(const CandidateSheet& sheet);
    const CandidateSheet& sheet() const { return m_sheet; }
    /// "sleeps 46 %, plays 21 %": the rows as they are read out.
    QString text() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    std::size_t mostRows() const;
    void describe();

    CandidateSheet m_sheet;
};

} // namespace neurarium
