// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "report/text_cuts.h"

class QLabel;

namespace neurarium {

class ShareBar;
class TokenStrip;

/// A text cut in one way: how, into how many pieces and at which price, and below it the pieces, or what they
/// make when they are joined again.
class CutRow : public QWidget {
    Q_OBJECT

public:
    explicit CutRow(QWidget* parent = nullptr);

    /// The cut with that number.
    void setCut(const TextCuts& cuts, std::size_t number);
    void setJoined(bool joined);
    TokenStrip& strip() { return *m_strip; }
    QString joinedText() const;
    /// Joined again, the pieces are the text byte for byte.
    bool isExact() const { return m_exact; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    TokenCut m_cut;
    double m_price = 0;
    bool m_exact = false;
    QLabel *m_name, *m_count, *m_costs, *m_vocabulary;
    ShareBar* m_bar;
    TokenStrip* m_strip;
    QWidget* m_whole;
    QLabel *m_joined, *m_verdict;
};

} // namespace neurarium
