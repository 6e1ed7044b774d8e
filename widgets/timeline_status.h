// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

class QBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace neurarium {

class ElidedLabel;

/// Steps that are trained once more.
struct StepProgress {
    qint64 done = 0;
    qint64 total = 0;
    bool operator==(const StepProgress&) const = default;
};

/// What goes on beside the tree of a timeline: a short notice, the way back from looking, and the progress of
/// steps that are trained once more. It is not there when there is nothing to say.
class TimelineStatus : public QWidget {
    Q_OBJECT

public:
    enum class Tone { Good, Bad };

    explicit TimelineStatus(QWidget* parent = nullptr);

    /// Empty takes it away.
    void setNotice(const QString& text, Tone tone);
    const QString& notice() const { return m_notice; }
    /// Offers the way back to where training stands.
    void setLooking(bool looking);
    /// The progress takes the place of all else, and can be cancelled.
    void setProgress(const std::optional<StepProgress>& progress);
    /// One above the other instead of side by side.
    void setUpright(bool upright);

signals:
    void returnRequested();
    void cancelRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void showParts();
    void recolor();

    QString m_notice;
    Tone m_tone = Tone::Good;
    bool m_looking = false;
    std::optional<StepProgress> m_progress;
    QBoxLayout* m_layout;
    QWidget* m_plate;
    QLabel* m_icon;
    ElidedLabel* m_text;
    QLabel* m_count;
    QProgressBar* m_bar;
    QPushButton* m_back;
    QPushButton* m_cancel;
};

} // namespace neurarium
