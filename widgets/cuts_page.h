// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QWidget>

#include "report/text_cuts.h"

class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace neurarium {

class CutRow;

/// The same text cut in several ways, one above the other, and a button that joins the pieces again.
class CutsPage : public QWidget {
    Q_OBJECT

public:
    explicit CutsPage(QWidget* parent = nullptr);

    /// Null while nothing was cut.
    void setCuts(const std::shared_ptr<const TextCuts>& cuts);
    const std::shared_ptr<const TextCuts>& cuts() const { return m_cuts; }
    const std::vector<CutRow*>& rows() const { return m_rows; }
    QPushButton& joinButton() { return *m_join; }
    bool isJoined() const { return m_joined; }

signals:
    /// The pieces were joined again, to look whether the text comes back.
    void joinedAgain();
    void pieceChosen();

protected:
    void changeEvent(QEvent* event) override;

private:
    void setJoined(bool joined);
    void retranslate();

    std::shared_ptr<const TextCuts> m_cuts;
    bool m_joined = false;
    QScrollArea* m_area;
    QVBoxLayout* m_lines;
    std::vector<CutRow*> m_rows;
    QPushButton* m_join;
};

} // namespace neurarium
