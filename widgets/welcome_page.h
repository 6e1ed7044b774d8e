// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "widgets/lesson_content.h"
#include "widgets/top_bar.h"

class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace neurarium {

class FirstLesson;
class LessonCard;
class SegmentedControl;

/// A run that was opened lately.
struct RecentLab {
    QString path;
    QString name;
    QString line; ///< "epoch 24, 84.2 %"
    bool operator==(const RecentLab&) const = default;
};

/// The first page: language, labs, the lessons as pictures, what is promised. Space starts the first lesson.
class WelcomePage : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(QWidget* parent = nullptr);

    /// Only lessons that exist; the first one is drawn large.
    void setLessons(const std::vector<LessonSummary>& lessons);
    void setRecent(const std::vector<RecentLab>& labs);
    void setLanguage(TopBar::Language language);
    void setDark(bool dark);

    FirstLesson* firstLesson() const { return m_first; }
    const std::vector<LessonCard*>& cards() const { return m_cards; }
    QPushButton* newButton() const { return m_new; }
    QPushButton* openButton() const { return m_open; }
    QPushButton* packedButton() const { return m_packed; }
    QPushButton* photosButton() const { return m_photos; }
    QPushButton* themeButton() const { return m_theme; }
    const std::vector<QPushButton*>& recentButtons() const { return m_recentButtons; }

signals:
    void lessonChosen(const QString& lesson);
    void newLabRequested();
    void openLabRequested();
    void packedLabRequested();
    void ownPhotosRequested();
    void recentChosen(const QString& path);
    void languageChosen(neurarium::TopBar::Language language);
    void darkToggled(bool dark);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeSide();
    void fitSide();
    void addLogo(QVBoxLayout* column);
    void addActions(QVBoxLayout* column);
    void addPromises(QVBoxLayout* column);
    QWidget* makeLessons();
    void connectButtons();
    void placeCards();
    void showRecent();
    void translate();
    void recolor();

    std::vector<RecentLab> m_recent;
    bool m_dark = false;
    QScrollArea* m_side;
    QLabel* m_logo;
    QLabel* m_tagline;
    QLabel* m_languageName;
    SegmentedControl* m_language;
    QPushButton* m_new;
    QPushButton* m_open;
    QPushButton* m_packed;
    QPushButton* m_photos;
    QPushButton* m_theme;
    QLabel* m_recentName;
    QLabel* m_noRecent;
    QVBoxLayout* m_recentList;
    std::vector<QPushButton*> m_recentButtons;
    std::vector<std::pair<QLabel*, QLabel*>> m_promises; ///< sign and words
    QLabel* m_lessonsName;
    FirstLesson* m_first;
    QGridLayout* m_grid;
    std::vector<LessonCard*> m_cards;
};

} // namespace neurarium
