// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include <QFrame>

#include "widgets/redraw_pace.h"
#include "widgets/speed_selector.h"

class QHBoxLayout;
class QMenu;
class QPushButton;
class QToolButton;

namespace neurarium {

class CounterWidget;
class SegmentedControl;

/// What the counters show; what is absent is shown as a dash.
struct Progress {
    std::int64_t epoch = 0;
    std::int64_t epochs = 0;
    std::optional<double> trainingLoss;
    std::optional<double> validationLoss;
    std::optional<double> accuracy; ///< 0 ... 1
    int branch = 1;                 ///< number of the branch that plays
    bool operator==(const Progress&) const = default;
};

/// The bar over everything: menu, lesson, Train, Step, Restart, speed, counters, language, theme, guide.
class TopBar : public QFrame {
    Q_OBJECT
public:
    enum class Language { Korean, English };

    explicit TopBar(QWidget* parent = nullptr);

    void setMenu(QMenu* menu);
    void setLesson(const QString& title);
    /// Train or Pause; both can be off while there is nothing to train.
    void setRunning(bool running);
    void setTrainable(bool trainable);
    /// Shown a few times a second, the newest wins.
    void setProgress(const Progress& progress);
    void setSpeed(Speed speed) { m_speed->setSpeed(speed); }
    void setLanguage(Language language);
    void setDark(bool dark);
    void setGuideOpen(bool open);
    /// The layout for windows below 1500 pixels.
    void setNarrow(bool narrow);

    QPushButton* trainButton() const { return m_train; }
    QPushButton* stepButton() const { return m_step; }
    QPushButton* restartButton() const { return m_restart; }
    QPushButton* lessonButton() const { return m_lesson; }
    QToolButton* themeButton() const { return m_theme; }
    QToolButton* guideButton() const { return m_guide; }
    SpeedSelector* speedSelector() const { return m_speed; }

signals:
    void lessonRequested();
    void trainRequested();
    void pauseRequested();
    void stepRequested();
    void restartRequested();
    void speedChanged(neurarium::Speed speed);
    void languageChosen(neurarium::TopBar::Language language);
    void darkToggled(bool dark);
    void guideToggled(bool open);
    /// There is less room than before, or more again.
    void narrowChanged(bool narrow);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitText();
    void fitLesson();
    void buildControls(QHBoxLayout* row);
    void buildCounters(QHBoxLayout* row);
    void buildView(QHBoxLayout* row);
    void connectButtons();
    void chooseLanguage(int index);
    void translate();
    void recolor();
    void showProgress();

    bool m_running = false;
    bool m_narrow = false;
    bool m_dark = false;
    QToolButton* m_menu;
    QPushButton* m_lesson;
    QPushButton* m_train;
    QPushButton* m_step;
    QPushButton* m_restart;
    SpeedSelector* m_speed;
    CounterWidget* m_epoch;
    CounterWidget* m_trainingLoss;
    CounterWidget* m_validationLoss;
    CounterWidget* m_accuracy;
    SegmentedControl* m_language;
    QToolButton* m_globe;
    QMenu* m_languages;
    QToolButton* m_theme;
    QToolButton* m_guide;
    Progress m_progress;
    RedrawPace m_pace{kLiveInterval};
    QString m_title;
};

} // namespace neurarium
