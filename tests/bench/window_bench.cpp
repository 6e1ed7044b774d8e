// SPDX-License-Identifier: GPL-3.0-or-later
// What training loses beside the window: a lesson with all its views, the cats' or another, against the
// command line with the same experiment, threads and niceness. Both are there from the beginning and go on in
// turns, a few seconds each, so that what else the machine does disturbs both alike.
//
//     window_bench [THREADS [TURNS [SECONDS [LESSON]]]]
//
// Who looks at whom? has the map of all words in three dimensions open, too; 2000-words instead of a lesson
// is the same network on a text of so many different words.
#include <algorithm>
#include <csignal>
#include <cstdio>

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <sys/resource.h>

#include "app/builtin_experiments.h"
#include "app/lab_page.h"
#include "app/lesson_catalogue.h"
#include "tests/app/window/window_driver.h"

using namespace neurarium;

namespace {

constexpr const char* kCats = "teach-it-cats";
constexpr const char* kWords = "who-looks-at-whom";
constexpr const char* kManyWords = "2000-words";
constexpr int kNiceness = 10; // of the threads that train beside a window
constexpr std::int64_t kEndless = 1'000'000;
// Milliseconds of each turn that are not counted: to begin and to pause cost.
constexpr int kGettingGoing = 500;

struct Options {
    int threads = 2;
    int turns = 15;
    int seconds = 3;
    std::string lesson = kCats;
};

Experiment experimentOf(const Options& options) {
    return options.lesson == kManyWords
               ? experimentOnWords(2000)
               : parseExperiment(builtinExperiment(lessonKind(options.lesson)->experiment));
}

/// What was done in one turn.
struct Turn {
    double steps = 0; ///< a second
    double busy = 0;  ///< share of the time that the window's thread was busy
};

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void liveMilliseconds(int time) {
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

void live(int seconds) {
    liveMilliseconds(seconds * 1000);
}

double threadSeconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

/// The command line, which trains while it is let.
class CommandLine {
public:
    explicit CommandLine(const Options& options) {
        QFile experiment(m_folder.filePath("lesson.json"));
        if (experiment.open(QIODevice::WriteOnly))
            experiment.write(QByteArray::fromStdString(experimentJson(experimentOf(options))));
        experiment.close();
        m_program.setProgram(CLI_PROGRAM);
        m_program.setArguments({"train", experiment.fileName(), "--out", m_folder.filePath("run"),
                                "--threads", QString::number(options.threads), "--epochs",
                                QString::number(kEndless), "--log-steps", "--json"});
        m_program.setStandardOutputFile(m_events.fileName());
        m_program.setChildProcessModifier([] { setpriority(PRIO_PROCESS, 0, kNiceness); });
        m_program.start();
        while (newSteps() == 0 && m_program.state() != QProcess::NotRunning)
            live(1);
        stop();
    }

    ~CommandLine() {
        m_program.kill();
        m_program.waitForFinished();
    }

    Turn turn(int seconds) {
        signal(SIGCONT);
        liveMilliseconds(kGettingGoing);
        newSteps();
        QElapsedTimer clock;
        clock.start();
        live(seconds);
        const Turn done{newSteps() * 1e9 / static_cast<double>(clock.nsecsElapsed()), 0};
        stop();
        return done;
    }

private:
    void stop() { signal(SIGSTOP); }
    void signal(int number) { ::kill(static_cast<pid_t>(m_program.processId()), number); }

    /// Since the last call.
    int newSteps() {
        if (!m_events.isOpen() && !m_events.open(QIODevice::ReadOnly))
            return 0;
        return static_cast<int>(m_events.readAll().count("{\"event\":\"step\""));
    }

    QTemporaryDir m_folder;
    QFile m_events{m_folder.filePath("events")};
    QProcess m_program;
};

/// The window with the lesson open.
class Window {
public:
    explicit Window(const Options& options) {
        m_driver.show();
        m_driver.window().resize(1600, 1000);
        if (options.lesson == kManyWords)
            m_driver.openReady(experimentOf(options));
        else
            m_driver.window().openLesson(QString::fromStdString(options.lesson));
        m_driver.lab().setThreads(options.threads);
        m_driver.lab().setPace(0);
        m_driver.lab().setEpochs(kEndless);
        m_driver.press(Qt::Key_Space);
        m_driver.waitFor([&] { return m_driver.epochs.size() >= 2; }, 120000);
        if ((options.lesson == kWords || options.lesson == kManyWords) && !m_driver.openSolidWordMap())
            std::puts("the word map did not open");
        m_driver.pause();
    }

    Turn turn(int seconds) {
        m_driver.lab().train();
        liveMilliseconds(kGettingGoing);
        const std::size_t before = m_driver.steps.size();
        const double busyBefore = threadSeconds();
        QElapsedTimer clock;
        clock.start();
        live(seconds);
        const double taken = static_cast<double>(clock.nsecsElapsed()) / 1e9;
        const Turn done{static_cast<double>(m_driver.steps.size() - before) / taken,
                        (threadSeconds() - busyBefore) / taken};
        m_driver.pause();
        return done;
    }

private:
    WindowDriver m_driver;
};

class Bench : public QObject {
    Q_OBJECT
public:
    Options options;
private slots:
    void besideTheWindow();
};

void Bench::besideTheWindow() {
    CommandLine commandLine(options);
    Window window(options);
    std::vector<double> alone, beside, costs, busy;
    for (int i = 0; i < options.turns; ++i) {
        const Turn first = commandLine.turn(options.seconds);
        const Turn second = window.turn(options.seconds);
        alone.push_back(first.steps);
        beside.push_back(second.steps);
        costs.push_back(100 * (1 - second.steps / first.steps));
        busy.push_back(100 * second.busy);
    }
    std::printf(
        "| threads | steps/s on the command line | beside the window | lost (median of %d turns) | window's "
        "thread busy |\n|---|---|---|---|---|\n| %d | %.1f | %.1f | %.1f %% | %.1f %% |\n",
        options.turns, options.threads, median(alone), median(beside), median(costs), median(busy));
}

} // namespace

int main(int argc, char* argv[]) {
    Bench bench;
    const auto number = [&](int place, int usual) {
        return argc > place ? std::max(1, std::atoi(argv[place])) : usual;
    };
    bench.options = {number(1, 2), number(2, 15), number(3, 3), argc > 4 ? argv[4] : kCats};
    return runWindowTest(bench, 1, argv);
}
#include "window_bench.moc"
