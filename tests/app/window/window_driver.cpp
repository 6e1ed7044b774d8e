// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_driver.h"

#include <fstream>

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QStyleFactory>
#include <QTest>

#include "app/builtin_experiments.h"
#include "app/lab_page.h"
#include "app/stage.h"
#include "experiment/experiment.h"
#include "resources/resources.h"
#include "widgets/segmented_control.h"
#include "widgets/word_map_panel.h"

namespace neurarium {

namespace {

constexpr std::int64_t kEndless = 1'000'000; ///< epochs

} // namespace

PrivateHome::PrivateHome() {
    const QByteArray home = m_folder.path().toLocal8Bit();
    qputenv("HOME", home);
    qputenv("XDG_CONFIG_HOME", home + "/config");
    qputenv("XDG_DATA_HOME", home + "/data");
    qputenv("XDG_CACHE_HOME", home + "/cache");
    qputenv("LANG", "C.UTF-8");
    QStandardPaths::setTestModeEnabled(true);
}

WindowDriver::WindowDriver()
    : m_window(std::make_unique<MainWindow>()) {
    listen();
}

void WindowDriver::listen() {
    connect(&lab(), &Lab::experimentChanged, this, [this] {
        steps.clear();
        epochs.clear();
        marks.clear();
        checkpoints.clear();
    });
    connect(&lab(), &Lab::stepsFinished, this, [this](const std::vector<StepReport>& more) {
        steps.insert(steps.end(), more.begin(), more.end());
    });
    connect(&lab(), &Lab::epochsFinished, this, [this](const std::vector<EpochReport>& more) {
        epochs.insert(epochs.end(), more.begin(), more.end());
    });
    connect(&lab(), &Lab::changeApplied, this, [this](const Mark& mark) { marks.push_back(mark); });
    connect(&lab().saves(), &SavedGames::saved, this,
            [this](const CheckpointInfo& checkpoint) { checkpoints.push_back(checkpoint); });
    connect(&lab(), &Lab::problem, this, [this](const Problem& problem) { problems.push_back(problem); });
    connect(&lab().saves(), &SavedGames::wentBack, this, [this] { ++wentBack; });
    connect(&lab(), &Lab::finished, this, [this] { ++finished; });
}

bool WindowDriver::show() {
    m_window->show();
    m_window->activateWindow();
    return QTest::qWaitForWindowActive(m_window.get());
}

qint64 WindowDriver::close() {
    QElapsedTimer clock;
    clock.start();
    m_window->close();
    m_window.reset();
    return clock.elapsed();
}

void WindowDriver::press(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QWidget* target = QApplication::focusWidget();
    QTest::keyClick(target != nullptr ? target : m_window.get(), key, modifiers);
}

bool WindowDriver::waitFor(const std::function<bool()>& condition, int milliseconds) {
    return QTest::qWaitFor(condition, milliseconds);
}

bool WindowDriver::waitForPhase(LabPhase phase, int milliseconds) {
    return waitFor([&] { return lab().phase() == phase; }, milliseconds);
}

bool WindowDriver::waitForSteps(std::size_t count, int milliseconds) {
    return waitFor([&] { return steps.size() >= count; }, milliseconds);
}

bool WindowDriver::openReady(const std::string& builtin) {
    m_window->openBuiltin(builtin);
    return waitForPhase(LabPhase::Ready);
}

bool WindowDriver::openReady(const Experiment& experiment) {
    QFile file(QDir::home().filePath(QString::fromStdString(experiment.name) + ".json"));
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write(QByteArray::fromStdString(experimentJson(experiment)));
    file.close();
    m_window->openPath(file.fileName());
    waitFor([&] { return lab().phase() == LabPhase::Ready || lab().phase() == LabPhase::Failed; });
    return lab().phase() == LabPhase::Ready;
}

bool WindowDriver::train(const std::string& builtin, std::size_t count) {
    if (!openReady(builtin))
        return false;
    lab().setPace(0);
    lab().setEpochs(kEndless);
    press(Qt::Key_Space);
    return waitForSteps(count);
}

bool WindowDriver::pause() {
    lab().pause();
    return waitForPhase(LabPhase::Paused);
}

bool WindowDriver::openSolidWordMap() {
    page().stage().open("word-map");
    auto* map = page().stage().findChild<WordMapPanel*>();
    if (map == nullptr)
        return false;
    map->dimensionChoice()->findChildren<QAbstractButton*>().last()->click();
    return map->isVisible() && map->dimensions() == 3;
}

CheckpointInfo WindowDriver::newestSlot() const {
    for (auto each = checkpoints.rbegin(); each != checkpoints.rend(); ++each)
        if (!each->letter.empty())
            return *each;
    return {};
}

Experiment moonExperiment(const QString& name) {
    return parseExperiment(R"({"neurarium":1,"name":")" + name.toStdString() +
                           R"(","seed":7,"data":{"source":"toy","shape":"moons","samples":320,"noise":0.1},
        "network":[{"type":"linear","out_features":12},{"type":"relu"},{"type":"dropout","rate":0.2},
        {"type":"linear","out_features":12},{"type":"relu"},{"type":"linear","out_features":"classes"}],
        "training":{"loss":"cross_entropy","optimizer":{"type":"adam","lr":0.01},"batch_size":16,"epochs":40}})");
}

Experiment experimentOnWords(int words) {
    constexpr int kRounds = 12, kSentence = 8;
    const auto syllable = [](int number) {
        return std::string{"bdfgklmnprstvz"[number % 14], "aeiou"[number / 14 % 5]};
    };
    const std::string path = QDir::home().filePath("words.txt").toStdString();
    std::ofstream text(path);
    for (int i = 0; i < kRounds * words; ++i) {
        const int word = i * (1 + 2 * (i / words)) % words; // neighbours differ from round to round
        text << syllable(word) << syllable(word / 70) << (i % kSentence == kSentence - 1 ? ".\n" : " ");
    }
    Experiment experiment = parseExperiment(builtinExperiment("stories"));
    experiment.name = "many words";
    experiment.data = {"text",
                       {{"path", path},
                        {"tokenizer", std::string("words")},
                        {"vocab", std::int64_t{words} + 512},
                        {"context", std::int64_t{64}}}};
    return experiment;
}

int soaked(int usual) {
    const QByteArray soak = qgetenv("NEURARIUM_SOAK");
    return soak == "release" ? usual * 100 : soak == "night" ? usual * 10 : usual;
}

int runWindowTest(QObject& test, int argc, char* argv[]) {
    QTEST_SET_MAIN_SOURCE_PATH
    const PrivateHome home;
    QApplication application(argc, argv);
    QApplication::setApplicationName("neurarium");
    QApplication::setStyle(QStyleFactory::create("Fusion"));
    loadNeurariumResources();
    return QTest::qExec(&test, argc, argv);
}

} // namespace neurarium
