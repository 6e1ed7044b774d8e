// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import_dialog.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "widgets/elided_label.h"
#include "widgets/icon.h"
#include "widgets/import_estimate.h"
#include "widgets/import_report_view.h"
#include "widgets/problem_text.h"
#include "widgets/recipe_words.h"
#include "widgets/text_scale.h"

namespace neurarium {

namespace {

constexpr int kPerMille = 1000;
constexpr QSize kReportSize(620, 460);
constexpr int kProgressWidth = 520;

} // namespace

ImportDialog::ImportDialog(QWidget* parent)
    : QDialog(parent)
    , m_pages(new QStackedWidget(this)) {
    m_pages->addWidget(buildProgressPage());
    m_pages->addWidget(buildReportPage());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->addWidget(m_pages);
    showState();
}

QWidget* ImportDialog::buildProgressPage() {
    auto* page = new QWidget;
    m_title = new QLabel(page);
    m_title->setProperty("role", "title");
    m_count = new QLabel(page);
    m_bar = new QProgressBar(page);
    m_bar->setRange(0, kPerMille);
    m_bar->setTextVisible(false);
    m_detail = new ElidedLabel(page);
    m_detail->setProperty("role", "hint");
    m_pause = new QPushButton(page);
    m_cancel = new QPushButton(page);
    auto* top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_count);
    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(8);
    bottom->addWidget(m_detail, 1);
    bottom->addWidget(m_pause);
    bottom->addWidget(m_cancel);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addLayout(top);
    layout->addWidget(m_bar);
    layout->addLayout(bottom);
    connect(m_pause, &QPushButton::clicked, this, &ImportDialog::togglePause);
    connect(m_cancel, &QPushButton::clicked, this, &ImportDialog::reject);
    return page;
}

QWidget* ImportDialog::buildReportPage() {
    auto* page = new QWidget;
    m_failure = new QLabel(page);
    m_failure->setWordWrap(true);
    m_failure->setProperty("role", "bad");
    m_failure->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_report = new ImportReportView(page);
    m_copy = new QPushButton(page);
    m_close = new QPushButton(page);
    m_accept = new QPushButton(page);
    m_accept->setProperty("primary", true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_accept);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_failure);
    layout->addWidget(m_report, 1);
    layout->addLayout(buttons);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_state == State::Failed ? m_failure->text()
                                                                       : m_report->text());
    });
    connect(m_close, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, &ImportDialog::accept);
    return page;
}

void ImportDialog::begin(const QString& folder) {
    m_folder = folder;
    m_progress = {};
    m_paused = false;
    m_spentBefore = 0;
    m_clock.start();
    m_state = State::Running;
    showState();
}

void ImportDialog::setProgress(const ImportProgress& progress) {
    m_progress = progress;
    showProgress();
}

void ImportDialog::setReport(const ImportReport& report) {
    m_report->setReport(report);
    m_state = State::Done;
    showState();
    m_accept->setFocus();
}

void ImportDialog::setProblem(const Problem& problem) {
    m_problem = problem;
    m_state = State::Failed;
    showState();
}

void ImportDialog::setCancelled() {
    m_state = State::Failed;
    QDialog::reject();
}

void ImportDialog::reject() {
    if (!isRunning()) {
        QDialog::reject();
        return;
    }
    if (m_state == State::Stopping)
        return;
    m_state = State::Stopping;
    showState();
    emit cancelRequested();
}

void ImportDialog::togglePause() {
    m_spentBefore = secondsSpent();
    m_paused = !m_paused;
    m_clock.start();
    showState();
    emit pauseRequested(m_paused);
}

double ImportDialog::secondsSpent() const {
    constexpr double kMilliseconds = 1000;
    const bool counting = !m_paused && m_clock.isValid();
    return m_spentBefore + (counting ? static_cast<double>(m_clock.elapsed()) / kMilliseconds : 0);
}

QString ImportDialog::countLine() const {
    if (m_progress.total <= 0)
        return tr("Counting the files");
    return tr("%1 of %2").arg(countText(m_progress.done), countText(m_progress.total));
}

QString ImportDialog::detailLine() const {
    if (m_state == State::Stopping)
        return tr("Stopping. Nothing is added.");
    if (m_paused)
        return tr("Paused. Nothing is lost.");
    QStringList parts{QString::fromStdString(m_progress.current)};
    const auto left = secondsLeft(m_progress.done, m_progress.total, secondsSpent());
    if (left)
        parts << timeLeftText(*left);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

void ImportDialog::showProgress() {
    m_count->setText(countLine());
    m_detail->setText(detailLine());
    const double total = static_cast<double>(std::max<std::int64_t>(m_progress.total, 1));
    m_bar->setValue(static_cast<int>(static_cast<double>(m_progress.done) / total * kPerMille));
    m_bar->setAccessibleName(m_count->text());
}

void ImportDialog::showState() {
    const bool running = isRunning();
    const bool failed = m_state == State::Failed;
    setWindowTitle(failed ? tr("The photos could not be added") : tr("Adding photos"));
    m_title->setText(m_folder.isEmpty() ? tr("Adding photos") : tr("Adding photos from %1").arg(m_folder));
    m_pause->setText(m_paused ? tr("Go on") : tr("Pause"));
    m_pause->setEnabled(m_state == State::Running);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setEnabled(m_state == State::Running);
    m_copy->setText(failed ? tr("Copy the message") : tr("Copy the report"));
    m_close->setText(tr("Close"));
    m_accept->setText(tr("Train with these photos"));
    m_accept->setVisible(m_state == State::Done);
    m_report->setVisible(m_state == State::Done);
    m_failure->setVisible(failed);
    m_failure->setText(failed ? wholeText(m_problem) : QString());
    m_pages->setCurrentIndex(running ? 0 : 1);
    m_accept->setDefault(m_state == State::Done);
    fitState();
    showProgress();
}

/// The report is larger than the bar: the dialog grows around its middle.
void ImportDialog::fitState() {
    const QPoint middle = geometry().center();
    const bool large = m_state == State::Done;
    const QSize least = (large ? kReportSize : QSize(kProgressWidth, 0)) * textScale(this);
    setMinimumSize(least);
    const QSize wanted(least.width(), large ? least.height() : sizeHint().height());
    if (large == m_large && size() == wanted)
        return;
    m_large = large;
    resize(wanted);
    if (isVisible())
        move(pos() + middle - geometry().center());
}

void ImportDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showState();
}

} // namespace neurarium
