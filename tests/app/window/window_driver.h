// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <vector>

#include <QObject>
#include <QStringList>
#include <QTemporaryDir>

#include "app/main_window.h"

namespace neurarium {

/// A home folder for one test program: settings, runs and everything else go there and vanish with it.
/// To be made before the application object.
class PrivateHome {
public:
    PrivateHome();

private:
    QTemporaryDir m_folder;
};

/// A window as a person has it before them, and what the lab behind it said. Works with key presses and
/// clicks; what it waits for is named by the test.
class WindowDriver : public QObject {
    Q_OBJECT
public:
    WindowDriver();

    MainWindow& window() { return *m_window; }
    Lab& lab() { return m_window->lab(); }
    LabPage& page() { return m_window->page(); }

    /// Shows the window and waits until keys reach it.
    bool show();
    /// Closes it as its frame's button does, and takes it apart. Returns the milliseconds that took.
    qint64 close();

    /// A key press at the widget that has the focus; shortcuts are tried first.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    bool waitFor(const std::function<bool()>& condition, int milliseconds = 30000);
    bool waitForPhase(LabPhase phase, int milliseconds = 30000);
    /// Waits until so many steps were told of since the last run began.
    bool waitForSteps(std::size_t count, int milliseconds = 30000);

    /// Opens an experiment that comes with the program and waits until it can be trained.
    bool openReady(const std::string& builtin);
    /// The same for an experiment of one's own, which is written to a file and opened.
    bool openReady(const Experiment& experiment);
    /// Opens it, trains without waiting between steps until `steps` are done, and goes on training without
    /// an end.
    bool train(const std::string& builtin, std::size_t steps);
    bool pause();
    /// Opens the map of all words in three dimensions, beside the other views.
    bool openSolidWordMap();
    /// The newest save by a person or before a change.
    CheckpointInfo newestSlot() const;

    /// Since the last run began. They grow without ever being copied: the window is measured, not the test.
    std::deque<StepReport> steps;
    std::deque<EpochReport> epochs;
    std::vector<Mark> marks;
    std::vector<CheckpointInfo> checkpoints;
    std::vector<Problem> problems;
    int wentBack = 0;
    int finished = 0;

private:
    void listen();

    std::unique_ptr<MainWindow> m_window;
};

/// A small experiment that trains fast: two layers with dropout on points of two moons, `steps` in an epoch.
Experiment moonExperiment(const QString& name);

/// The network of the built-in stories, to be trained on a text of so many different made-up words, which is
/// written into the home folder.
Experiment experimentOnWords(int words);

/// How often tests repeat what chance decides, and how many seconds they watch: `usual`, times 10 with
/// NEURARIUM_SOAK=night, times 100 with release.
int soaked(int usual);

/// Makes the application as main() does, in a private home, and runs a test. `Test` is default constructible.
int runWindowTest(QObject& test, int argc, char* argv[]);

} // namespace neurarium
