// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QMainWindow>

#include "app/appearance.h"
#include "app/lab.h"
#include "app/settings.h"

class QStackedWidget;

namespace neurarium {

class ArchiveFlow;
class BudgetFlow;
class ImportFlow;
class LabPage;
class LessonGuide;
class WelcomePage;
class WindowActions;
class XRayFlow;

/// The window: the welcome page, and the laboratory behind it.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    MainWindow();
    ~MainWindow() override;

    /// An experiment file, a run folder, a packed run, a folder of photographs, or a checkpoint to look into.
    void openPath(const QString& path);
    void openLesson(const QString& id);
    /// An experiment that comes with the program.
    void openBuiltin(const std::string& name);
    void showWelcome();

    Lab& lab() { return m_lab; }
    LabPage& page() { return *m_page; }
    WelcomePage& welcome() { return *m_welcome; }
    Appearance& appearance() { return m_appearance; }
    XRayFlow& xRay() { return *m_xRay; }
    ArchiveFlow& archive() { return *m_archive; }
    BudgetFlow& budget() { return *m_budget; }

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void connectWelcome();
    void connectAppearance();
    void connectActions();
    void newLab();
    void chooseRun();
    void choosePhotos();
    void showLab();
    void showAbout();
    void xRaySlot(CheckpointId checkpoint);
    void showMe(const QString& place);
    void keepGuide(bool narrow);
    void retranslate();
    void refreshWelcome();

    Settings m_settings;
    Appearance m_appearance;
    Lab m_lab;
    QStackedWidget* m_pages;
    WelcomePage* m_welcome;
    LabPage* m_page;
    LessonGuide* m_guide;
    ImportFlow* m_import;
    XRayFlow* m_xRay;
    ArchiveFlow* m_archive;
    BudgetFlow* m_budget;
    WindowActions* m_actions;
    bool m_guideWasOpen = true;
};

} // namespace neurarium
