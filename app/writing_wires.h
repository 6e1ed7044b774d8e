// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>

#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include "app/panel_catalogue.h"
#include "report/checkpoint_info.h"
#include "report/tokens.h"
#include "widgets/writing_wish.h"

namespace neurarium {

class WritingPanel;

/// Hands the writing panel's wishes to the session, and what was written back to where it belongs.
class WritingWires : public QObject {
    Q_OBJECT
public:
    WritingWires(Lab& lab, WritingPanel& panel);

private:
    /// A wish to the network as it stands. They are answered in order.
    struct Asked {
        QString prompt;
        bool answer = false;   ///< for the list of answers, not for the text
        std::int64_t left = 1; ///< tokens that are still to come
    };

    void begin();
    void follow();
    void write(const WritingWish& wish, CheckpointId checkpoint, bool answer);
    void take(const std::shared_ptr<const Writing>& writing);
    bool canWrite() const;

    Lab& m_lab;
    WritingPanel& m_panel;
    std::deque<Asked> m_asked;
    QElapsedTimer m_shown;   ///< since the bars were asked for last
    QString m_answersPrompt; ///< of the answers of saves that are waited for
};

StagePanel createWriting(Lab& lab, QWidget* parent);

} // namespace neurarium
