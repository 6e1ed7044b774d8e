// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <utility>
#include <vector>

#include <QObject>

class QAction;
class QKeyEvent;
class QMainWindow;
class QMenu;

namespace neurarium {

class Lab;
class LabPage;
class ThreadMenu;

/// Every command of the window as an action: in the menu, with its shortcut, in the language of the window.
class WindowActions : public QObject {
    Q_OBJECT
public:
    WindowActions(Lab& lab, LabPage& page, QMainWindow* window);

    QMenu* menu() const { return m_menu; }
    ThreadMenu& threadMenu() { return *m_threads; }
    /// Space, the full stop, the brackets, and Escape while something can be cancelled; they belong to the
    /// focused widget first. True when it was one of them.
    bool plainKey(const QKeyEvent& event);

signals:
    void welcomeRequested();
    void newRequested();
    void openRequested();
    void packedRequested(); ///< a packed lab is to be opened
    void packRequested();
    void roomRequested();
    void photosRequested();
    void xRayRequested();
    void aboutRequested();
    void quitRequested();
    void languageRequested();
    void themeRequested();
    void textScaleRequested(double scale);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// A command: its words in English (context "WindowActions"), keys, and what it does.
    struct Command {
        QAction* action = nullptr;
        const char* words = nullptr;
    };

    QAction* add(QMenu* menu, const char* words, const QString& keys, const std::function<void()>& run);
    QMenu* addMenu(const char* words);
    void buildLabMenu();
    void buildTrainingMenu();
    void buildViewMenu();
    void retranslate();
    void zoomText(int steps);
    void changeRate(double factor);
    void goBackToChosen();
    void nameChanges();

    Lab& m_lab;
    LabPage& m_page;
    QMainWindow* m_window;
    QMenu* m_menu;
    ThreadMenu* m_threads;
    QAction* m_pack = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    std::vector<Command> m_commands;
    std::vector<std::pair<QMenu*, const char*>> m_menus;
};

} // namespace neurarium
