// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_actions.h"

#include <algorithm>

#include <QAction>
#include <QEvent>
#include <QKeyEvent>
#include <QMainWindow>
#include <QMenu>
#include <QThread>

#include "app/lab.h"
#include "app/lab_page.h"
#include "app/panel_menu.h"
#include "app/stage.h"
#include "app/thread_menu.h"
#include "tensor/thread_pool.h"
#include "widgets/loss_chart.h"
#include "widgets/text_scale.h"
#include "widgets/timeline_view.h"

namespace neurarium {

namespace {

constexpr double kRateStep = 1.2589254117941673; // a tenth of a power of ten
constexpr double kScales[] = {1.0, 1.25, 1.5};

} // namespace

WindowActions::WindowActions(Lab& lab, LabPage& page, QMainWindow* window)
    : QObject(window)
    , m_lab(lab)
    , m_page(page)
    , m_window(window)
    , m_menu(new QMenu(window))
    , m_threads(new ThreadMenu(ThreadPool::physicalCores(), QThread::idealThreadCount(), window)) {
    buildLabMenu();
    buildTrainingMenu();
    buildViewMenu();
    add(m_menu, QT_TR_NOOP("About Neurarium"), {}, [this] { emit aboutRequested(); });
    add(m_menu, QT_TR_NOOP("Quit"), "Ctrl+Q", [this] { emit quitRequested(); });
    window->installEventFilter(this);
    retranslate();
}

QAction* WindowActions::add(QMenu* menu, const char* words, const QString& keys,
                            const std::function<void()>& run) {
    auto* action = new QAction(this);
    QList<QKeySequence> sequences;
    for (const QString& key : keys.split(' ', Qt::SkipEmptyParts))
        sequences << QKeySequence(key);
    action->setShortcuts(sequences);
    connect(action, &QAction::triggered, this, run);
    menu->addAction(action);
    m_window->addAction(action);
    m_commands.push_back({action, words});
    return action;
}

QMenu* WindowActions::addMenu(const char* words) {
    QMenu* menu = m_menu->addMenu(QString());
    m_menus.emplace_back(menu, words);
    return menu;
}

void WindowActions::buildLabMenu() {
    add(m_menu, QT_TR_NOOP("All lessons"), "Ctrl+L", [this] { emit welcomeRequested(); });
    add(m_menu, QT_TR_NOOP("New lab"), "Ctrl+N", [this] { emit newRequested(); });
    add(m_menu, QT_TR_NOOP("Open a lab …"), "Ctrl+O", [this] { emit openRequested(); });
    add(m_menu, QT_TR_NOOP("Open a packed lab …"), {}, [this] { emit packedRequested(); });
    m_pack = add(m_menu, QT_TR_NOOP("Pack this lab into one file …"), {}, [this] { emit packRequested(); });
    const auto allow = [this] { m_pack->setEnabled(m_lab.hasRun()); };
    connect(&m_lab, &Lab::phaseChanged, this, allow);
    allow();
    add(m_menu, QT_TR_NOOP("Use your own photos …"), {}, [this] { emit photosRequested(); });
    add(m_menu, QT_TR_NOOP("X-ray of a checkpoint …"), {}, [this] { emit xRayRequested(); });
    QMenu* figures = m_page.stage().lossChart().exportMenu();
    m_menu->addMenu(figures);
    m_menus.emplace_back(figures, QT_TR_NOOP("Export the figure"));
    m_menu->addSeparator();
}

void WindowActions::buildTrainingMenu() {
    QMenu* menu = addMenu(QT_TR_NOOP("Training"));
    add(menu, QT_TR_NOOP("Train or pause"), "Ctrl+Space", [this] { m_lab.togglePlay(); });
    add(menu, QT_TR_NOOP("One step"), {}, [this] { m_lab.step(); });
    add(menu, QT_TR_NOOP("One epoch"), "Shift+.", [this] { m_lab.stepEpoch(); });
    add(menu, QT_TR_NOOP("Finish now, keep the best"), {}, [this] { m_lab.finishNow(); });
    add(menu, QT_TR_NOOP("Restart"), "Ctrl+R", [this] { m_lab.restart(); });
    menu->addSeparator();
    add(menu, QT_TR_NOOP("Save here"), "Ctrl+B F5", [this] { m_lab.saves().save(); });
    add(menu, QT_TR_NOOP("Go back to the chosen slot"), "Ctrl+Backspace F9", [this] { goBackToChosen(); });
    add(menu, QT_TR_NOOP("Try one change here …"), "F6", [this] { m_lab.saves().prepareTwin({}); });
    add(menu, QT_TR_NOOP("Room for saves …"), {}, [this] { emit roomRequested(); });
    m_undo = add(menu, QT_TR_NOOP("Undo"), "Ctrl+Z", [this] { m_lab.changes().undo(); });
    m_redo = add(menu, QT_TR_NOOP("Redo"), "Ctrl+Shift+Z", [this] { m_lab.changes().redo(); });
    const QUndoStack& changes = m_lab.changes().stack();
    connect(&changes, &QUndoStack::undoTextChanged, this, &WindowActions::nameChanges);
    connect(&changes, &QUndoStack::redoTextChanged, this, &WindowActions::nameChanges);
    connect(&changes, &QUndoStack::indexChanged, this, &WindowActions::nameChanges);
    menu->addSeparator();
    add(menu, QT_TR_NOOP("Dropout on or off"), "Ctrl+D",
        [this] { m_lab.setDropout(m_lab.settings().dropout, !m_lab.settings().dropoutOn); });
    add(menu, QT_TR_NOOP("Lower the learning rate"), {}, [this] { changeRate(1 / kRateStep); });
    add(menu, QT_TR_NOOP("Raise the learning rate"), {}, [this] { changeRate(kRateStep); });
    menu->addSeparator();
    menu->addMenu(m_threads);
}

void WindowActions::buildViewMenu() {
    QMenu* menu = addMenu(QT_TR_NOOP("View"));
    menu->addMenu(new PanelMenu(m_lab, m_page.stage(), m_window));
    add(menu, QT_TR_NOOP("Guide"), "Ctrl+G", [this] { m_page.setGuideOpen(!m_page.isGuideOpen()); });
    menu->addAction(m_page.stage().lossChart().tableAction());
    add(menu, QT_TR_NOOP("한국어 / English"), "Ctrl+Shift+L", [this] { emit languageRequested(); });
    add(menu, QT_TR_NOOP("Light or dark"), "Ctrl+Shift+D", [this] { emit themeRequested(); });
    add(menu, QT_TR_NOOP("Larger text"), "Ctrl++ Ctrl+=", [this] { zoomText(1); });
    add(menu, QT_TR_NOOP("Smaller text"), "Ctrl+-", [this] { zoomText(-1); });
    add(menu, QT_TR_NOOP("Usual text size"), "Ctrl+0", [this] { emit textScaleRequested(1.0); });
}

void WindowActions::zoomText(int steps) {
    const auto* now = std::find(std::begin(kScales), std::end(kScales), textScale(m_window));
    const auto index =
        std::clamp<std::ptrdiff_t>(now - std::begin(kScales) + steps, 0, std::ssize(kScales) - 1);
    emit textScaleRequested(kScales[index]);
}

void WindowActions::changeRate(double factor) {
    m_lab.setLearningRate(m_lab.settings().learningRate * factor);
}

void WindowActions::goBackToChosen() {
    if (const CheckpointId chosen = m_page.timeline().chosen())
        m_lab.saves().goBackTo(chosen);
}

bool WindowActions::plainKey(const QKeyEvent& event) {
    if (event.modifiers() != Qt::NoModifier || event.isAutoRepeat())
        return false;
    switch (event.key()) {
    case Qt::Key_Space:
        m_lab.togglePlay();
        return true;
    case Qt::Key_Escape:
        if (!m_lab.saves().work())
            return false;
        m_lab.saves().cancel();
        return true;
    case Qt::Key_Period:
        m_lab.step();
        return true;
    case Qt::Key_BracketLeft:
        changeRate(1 / kRateStep);
        return true;
    case Qt::Key_BracketRight:
        changeRate(kRateStep);
        return true;
    default:
        return false;
    }
}

bool WindowActions::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_window && event->type() == QEvent::LanguageChange)
        retranslate();
    return QObject::eventFilter(watched, event);
}

void WindowActions::retranslate() {
    for (const Command& command : m_commands)
        command.action->setText(tr(command.words));
    for (const auto& [menu, words] : m_menus)
        menu->setTitle(tr(words));
    nameChanges();
}

/// "Undo: dropout": what would be taken back or made again.
void WindowActions::nameChanges() {
    const QUndoStack& changes = m_lab.changes().stack();
    m_undo->setEnabled(changes.canUndo());
    m_undo->setText(changes.canUndo() ? tr("Undo: %1").arg(changes.undoText()) : tr("Undo"));
    m_redo->setEnabled(changes.canRedo());
    m_redo->setText(changes.canRedo() ? tr("Redo: %1").arg(changes.redoText()) : tr("Redo"));
}

} // namespace neurarium
