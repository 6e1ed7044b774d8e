// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main_window.h"

#include <algorithm>

#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLocale>
#include <QMessageBox>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>

#include "app/archive_flow.h"
#include "app/budget_flow.h"
#include "app/builtin_experiments.h"
#include "app/data_text.h"
#include "app/import_flow.h"
#include "app/lab_page.h"
#include "app/lesson_catalogue.h"
#include "app/lesson_guide.h"
#include "app/lesson_reader.h"
#include "app/machine.h"
#include "app/show_me.h"
#include "app/stage.h"
#include "app/thread_menu.h"
#include "app/window_actions.h"
#include "app/x_ray_flow.h"
#include "report/error.h"
#include "widgets/error_banner.h"
#include "widgets/guide_view.h"
#include "widgets/loss_chart.h"
#include "widgets/timeline_view.h"
#include "widgets/welcome_page.h"

namespace neurarium {

namespace {

constexpr QSize kUsualSize(1600, 1000);
constexpr QSize kSmallestSize(1280, 720);
constexpr int kFrame = 40; ///< height that the frame of a window takes at most

bool isRun(const QString& path) {
    return QFileInfo::exists(path + "/run.sqlite");
}

} // namespace

MainWindow::MainWindow()
    : m_pages(new QStackedWidget(this)) {
    m_appearance.setLanguage(m_settings.language());
    m_appearance.setDark(m_settings.isDark());
    m_appearance.setTextScale(m_settings.textScale());
    m_welcome = new WelcomePage(m_pages);
    m_page = new LabPage(m_lab, m_appearance, m_settings, m_pages);
    m_guide = new LessonGuide(m_lab, m_page->guide(), this);
    m_import = new ImportFlow(m_lab, this);
    m_xRay = new XRayFlow(this);
    m_archive = new ArchiveFlow(m_lab, this);
    m_budget = new BudgetFlow(m_lab, m_page->timeline(), this);
    m_actions = new WindowActions(m_lab, *m_page, this);
    m_pages->addWidget(m_welcome);
    m_pages->addWidget(m_page);
    setCentralWidget(m_pages);
    setAcceptDrops(true);
    const QSize room = screen()->availableSize();
    setMinimumSize(kSmallestSize.width(), std::min(kSmallestSize.height(), room.height() - kFrame));
    resize(kUsualSize);
    restoreGeometry(m_settings.layout("window"));
    resize(size().boundedTo(room));
    connectWelcome();
    connectAppearance();
    connectActions();
    retranslate();
    showWelcome();
}

MainWindow::~MainWindow() = default;

void MainWindow::connectWelcome() {
    connect(m_welcome, &WelcomePage::lessonChosen, this, &MainWindow::openLesson);
    connect(m_welcome, &WelcomePage::newLabRequested, this, &MainWindow::newLab);
    connect(m_welcome, &WelcomePage::openLabRequested, this, &MainWindow::chooseRun);
    connect(m_welcome, &WelcomePage::packedLabRequested, m_archive, &ArchiveFlow::chooseFile);
    connect(m_welcome, &WelcomePage::ownPhotosRequested, this, &MainWindow::choosePhotos);
    connect(m_welcome, &WelcomePage::recentChosen, this, &MainWindow::openPath);
    connect(m_welcome, &WelcomePage::languageChosen, this, [this](TopBar::Language language) {
        m_appearance.setLanguage(language == TopBar::Language::Korean ? "ko" : "en");
    });
    connect(m_welcome, &WelcomePage::darkToggled, &m_appearance, &Appearance::setDark);
    connect(&m_page->topBar(), &TopBar::lessonRequested, this, &MainWindow::showWelcome);
    connect(m_guide, &LessonGuide::showMeRequested, this, &MainWindow::showMe);
    connect(&m_page->guide(), &GuideView::lessonFinished, this, &MainWindow::showWelcome);
    connect(m_import, &ImportFlow::accepted, this, [this](const Experiment& experiment) {
        m_guide->open({});
        m_page->setPanels({});
        m_lab.openExperiment(experiment);
        showLab();
        m_lab.train();
    });
}

void MainWindow::connectAppearance() {
    connect(&m_appearance, &Appearance::changed, this, [this] {
        m_settings.setLanguage(m_appearance.language());
        m_settings.setDark(m_appearance.isDark());
        m_settings.setTextScale(m_appearance.textScale());
        const auto language =
            m_appearance.language() == "ko" ? TopBar::Language::Korean : TopBar::Language::English;
        m_welcome->setLanguage(language);
        m_welcome->setDark(m_appearance.isDark());
        m_page->topBar().setLanguage(language);
        m_page->topBar().setDark(m_appearance.isDark());
        // With another text size the page is as good as larger or smaller.
        QCoreApplication::postEvent(m_page, new QResizeEvent(m_page->size(), m_page->size()));
    });
    connect(&m_page->topBar(), &TopBar::narrowChanged, this, &MainWindow::keepGuide);
    emit m_appearance.changed();
}

/// The guide gives way in a small window and comes back in a large one.
void MainWindow::keepGuide(bool narrow) {
    if (narrow)
        m_guideWasOpen = m_page->isGuideOpen();
    else if (m_guideWasOpen && !m_guide->lesson().empty())
        m_page->setGuideOpen(true);
}

void MainWindow::connectActions() {
    connect(m_actions, &WindowActions::welcomeRequested, this, &MainWindow::showWelcome);
    connect(m_actions, &WindowActions::newRequested, this, &MainWindow::newLab);
    connect(m_actions, &WindowActions::openRequested, this, &MainWindow::chooseRun);
    connect(m_actions, &WindowActions::packedRequested, m_archive, &ArchiveFlow::chooseFile);
    connect(m_actions, &WindowActions::roomRequested, m_budget, &BudgetFlow::open);
    connect(m_actions, &WindowActions::packRequested, m_archive, &ArchiveFlow::choosePacked);
    connect(m_archive, &ArchiveFlow::opened, this, &MainWindow::openPath);
    connect(m_actions, &WindowActions::photosRequested, this, &MainWindow::choosePhotos);
    connect(m_actions, &WindowActions::xRayRequested, m_xRay, &XRayFlow::choose);
    connect(&m_page->timeline(), &TimelineView::xRayRequested, this, &MainWindow::xRaySlot);
    connect(m_actions, &WindowActions::aboutRequested, this, &MainWindow::showAbout);
    connect(m_actions, &WindowActions::quitRequested, this, &QWidget::close);
    connect(m_actions, &WindowActions::languageRequested, this,
            [this] { m_appearance.setLanguage(m_appearance.language() == "ko" ? "en" : "ko"); });
    connect(m_actions, &WindowActions::themeRequested, this,
            [this] { m_appearance.setDark(!m_appearance.isDark()); });
    connect(m_actions, &WindowActions::textScaleRequested, &m_appearance, &Appearance::setTextScale);
    ThreadMenu& threads = m_actions->threadMenu();
    connect(&threads, &ThreadMenu::chosen, this, [this, &threads](int chosen) {
        m_settings.setThreads(chosen);
        m_lab.setThreads(threads.threads());
    });
    threads.choose(m_settings.threads());
    m_lab.setThreads(threads.threads());
    m_page->topBar().setMenu(m_actions->menu());
}

void MainWindow::openPath(const QString& path) {
    const QFileInfo info(path);
    if (info.isDir() && isRun(path)) {
        m_guide->open({});
        m_page->setPanels({});
        m_lab.openRun(path);
        showLab();
    } else if (info.isDir()) {
        m_import->begin(path);
    } else if (info.suffix() == "safetensors") {
        m_xRay->open(path);
    } else if (ArchiveFlow::isPacked(path)) {
        m_archive->open(path);
    } else {
        const bool text = info.suffix().compare("txt", Qt::CaseInsensitive) == 0;
        showLab();
        try {
            m_guide->open({});
            m_page->setPanels({});
            m_lab.openExperiment(text ? experimentOnText(path.toStdString())
                                      : readExperiment(path.toStdString()));
            showLab();
        } catch (const Error& error) {
            m_page->banner().showProblem(error.problem(), tr("Nothing was changed."));
        }
    }
}

void MainWindow::openLesson(const QString& id) {
    const LessonKind* lesson = lessonKind(id.toStdString());
    if (lesson == nullptr)
        return;
    m_page->setPanels(lesson->panels);
    const bool korean = QLocale().language() == QLocale::Korean && !lesson->koreanExperiment.empty();
    const std::string& name = korean ? lesson->koreanExperiment : lesson->experiment;
    m_lab.openExperiment(parseExperiment(builtinExperiment(name)));
    m_guide->open(lesson->id);
    showLab();
}

void MainWindow::openBuiltin(const std::string& name) {
    m_guide->open({});
    m_page->setPanels({});
    m_lab.openExperiment(parseExperiment(builtinExperiment(name)));
    showLab();
}

void MainWindow::newLab() {
    openBuiltin("spiral");
}

void MainWindow::chooseRun() {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Open a lab"), Settings::runsFolder());
    if (folder.isEmpty())
        return;
    if (isRun(folder))
        openPath(folder);
    else
        QMessageBox::information(
            this, tr("Open a lab"),
            tr("This folder holds no lab. A lab is a folder whose name ends with .neurarium."));
}

void MainWindow::choosePhotos() {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Choose the folder with your photos"));
    if (!folder.isEmpty())
        openPath(folder);
}

void MainWindow::showWelcome() {
    if (m_lab.phase() == LabPhase::Running)
        m_lab.pause();
    refreshWelcome();
    m_pages->setCurrentWidget(m_welcome);
    setWindowTitle(tr("Neurarium"));
}

void MainWindow::showLab() {
    const QString title =
        m_guide->title().isEmpty() ? QString::fromStdString(m_lab.experiment().name) : m_guide->title();
    m_page->topBar().setLesson(title);
    m_page->setGuideShown(!m_guide->lesson().empty());
    m_guideWasOpen = true;
    m_pages->setCurrentWidget(m_page);
    m_page->setFocus();
    setWindowTitle(tr("%1 – Neurarium").arg(title));
}

void MainWindow::showAbout() {
    QString rows;
    for (const auto& [name, text] : describe(thisMachine(), m_actions->threadMenu().threads()))
        rows += QString("<tr><td>%1</td><td>&nbsp;&nbsp;%2</td></tr>").arg(name, text.toHtmlEscaped());
    QMessageBox::about(
        this, tr("About Neurarium"),
        tr("<h3>Neurarium %1</h3><p>A neural-network laboratory behind glass. Nothing leaves this "
           "computer.</p><table>%2</table><p>GPL-3.0-or-later.</p>")
            .arg(QCoreApplication::applicationVersion(), rows));
}

void MainWindow::xRaySlot(CheckpointId checkpoint) {
    for (const CheckpointInfo& each : m_lab.timeline().checkpoints)
        if (each.id == checkpoint)
            m_xRay->open(m_lab.runFolder() + '/' + QString::fromStdString(each.path),
                         m_lab.experiment().network);
}

void MainWindow::showMe(const QString& place) {
    if (QWidget* widget = placeOf(place, *m_page))
        ringAround(*widget);
}

void MainWindow::refreshWelcome() {
    m_welcome->setLessons(lessonSummaries(m_appearance.language()));
    std::vector<RecentLab> recent;
    for (const QString& run : m_settings.recentRuns())
        recent.push_back({run, QFileInfo(run).completeBaseName(),
                          QFileInfo(run).lastModified().toString("yyyy-MM-dd hh:mm")});
    m_welcome->setRecent(recent);
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::retranslate() {
    refreshWelcome();
    m_guide->retranslate();
    if (m_pages->currentWidget() == m_page && !m_guide->title().isEmpty())
        m_page->topBar().setLesson(m_guide->title());
}

void MainWindow::closeEvent(QCloseEvent* event) {
    m_settings.setLayout("window", saveGeometry());
    m_import->cancel();
    if (m_lab.hasRun())
        m_lab.session().interrupt();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls() && event->mimeData()->urls().front().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    openPath(event->mimeData()->urls().front().toLocalFile());
}

/// Plain keys come here when the focused widget has no use for them: a button keeps Space, a text field all.
void MainWindow::keyPressEvent(QKeyEvent* event) {
    if (m_pages->currentWidget() == m_page && m_actions->plainKey(*event))
        event->accept();
    else
        QMainWindow::keyPressEvent(event);
}

} // namespace neurarium
