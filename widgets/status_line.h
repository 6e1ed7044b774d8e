// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "report/verdict.h"
#include "widgets/redraw_pace.h"

class QLabel;
class QPushButton;

namespace neurarium {

/// One sentence about the training: an icon, the verdict in bold, one reason, and "Why?".
class StatusLine : public QFrame {
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);

    void setVerdict(const Verdict& verdict);
    const Verdict& verdict() const { return m_verdict; }
    /// What "new" and "seen" samples are called: "photos", "points". Empty: "samples".
    void setSampleWord(const QString& word);

    /// "Learning well:" and "validation loss fell 8 % in the last 5 epochs."
    QString heading() const;
    QString reason() const;

signals:
    /// "Why?" was pressed.
    void whyRequested(const neurarium::Verdict& verdict);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showVerdict();
    void showText();
    QString fallReason() const;

    Verdict m_verdict;
    QString m_samples;
    QLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_why;
    RedrawPace m_pace{2 * kLiveInterval};
};

} // namespace neurarium
