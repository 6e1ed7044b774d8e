// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/archive_dialog.h"

#include <algorithm>

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include "report/disk_budget.h"
#include "widgets/elided_label.h"
#include "widgets/problem_text.h"
#include "widgets/text_scale.h"
#include "widgets/whole_words.h"

namespace neurarium {

namespace {

constexpr int kPerMille = 1000;
constexpr int kWidth = 560;

QString sized(std::int64_t bytes) {
    return QString::fromStdString(sizeText(bytes));
}

void setPlate(QWidget* widget, const char* plate) {
    widget->setProperty("plate", plate);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace

ArchiveDialog::ArchiveDialog(QWidget* parent)
    : QDialog(parent)
    , m_title(new QLabel(this))
    , m_name(new ElidedLabel(this))
    , m_facts(new QLabel(this))
    , m_question(new QWidget(this))
    , m_label(new QLabel(m_question))
    , m_folder(new QLineEdit(m_question))
    , m_choose(new QPushButton(m_question))
    , m_bar(new QProgressBar(this))
    , m_sentence(new QLabel(this))
    , m_close(new QPushButton(this))
    , m_go(new QPushButton(this)) {
    build();
    fitText();
    showState();
}

void ArchiveDialog::build() {
    m_title->setProperty("role", "title");
    m_name->setProperty("role", "hint");
    m_label->setBuddy(m_folder);
    m_bar->setRange(0, kPerMille);
    m_bar->setTextVisible(false);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_go->setProperty("primary", true);
    auto* question = new QHBoxLayout(m_question);
    question->setContentsMargins(0, 0, 0, 0);
    question->setSpacing(8);
    question->addWidget(m_label);
    question->addWidget(m_folder, 1);
    question->addWidget(m_choose);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_go);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(10);
    column->addWidget(m_title);
    column->addWidget(m_name);
    column->addWidget(m_facts);
    column->addWidget(m_question);
    column->addWidget(m_bar);
    column->addWidget(m_sentence, 1);
    column->addLayout(buttons);
    connect(m_folder, &QLineEdit::textChanged, this, [this] {
        m_problem.reset();
        showSentence();
    });
    connect(m_choose, &QPushButton::clicked, this, &ArchiveDialog::placeRequested);
    connect(m_close, &QPushButton::clicked, this, &ArchiveDialog::reject);
    connect(m_go, &QPushButton::clicked, this, &ArchiveDialog::go);
}

void ArchiveDialog::beginPacking(const QString& file) {
    m_packing = true;
    m_file = file;
    m_done = m_total = 0;
    enter(State::Working);
}

void ArchiveDialog::beginOpening(const QString& file) {
    m_packing = false;
    m_file = file;
    m_content.reset();
    enter(State::Looking);
}

void ArchiveDialog::ask(const PackedContent& content, const QString& folder) {
    m_content = content;
    m_proposal = folder;
    m_folder->setText(QDir::toNativeSeparators(folder));
    enter(State::Asking);
    m_folder->setFocus();
}

void ArchiveDialog::setFolder(const QString& folder) {
    m_folder->setText(QDir::toNativeSeparators(folder));
}

void ArchiveDialog::setProgress(qint64 done, qint64 total) {
    m_done = done;
    m_total = total;
    showProgress();
}

void ArchiveDialog::setPacked(const ArchiveReport& report) {
    m_report = report;
    enter(State::Done);
    m_close->setFocus();
}

void ArchiveDialog::setProblem(const Problem& problem) {
    enter(m_content && !m_packing ? State::Asking : State::Failed);
    m_problem = problem;
    showSentence();
}

void ArchiveDialog::setCancelled() {
    m_state = State::Failed;
    QDialog::reject();
}

void ArchiveDialog::reject() {
    if (m_state == State::Stopping)
        return;
    if (!isWorking()) {
        QDialog::reject();
        return;
    }
    enter(State::Stopping);
    emit cancelRequested();
}

/// What the primary button does: unpack, or choose another place after a failure.
void ArchiveDialog::go() {
    if (m_state != State::Asking) {
        emit placeRequested();
        return;
    }
    if (!isFolderFree())
        return;
    m_done = m_total = 0;
    enter(State::Working);
    emit unpackRequested(folder());
}

QString ArchiveDialog::folder() const {
    QString text = m_folder->text().trimmed();
    if (text.startsWith(QStringLiteral("~/")))
        text.replace(0, 1, QDir::homePath());
    if (text.isEmpty())
        return {};
    return QDir::cleanPath(QFileInfo(m_proposal).dir().absoluteFilePath(text));
}

bool ArchiveDialog::isFolderFree() const {
    const QFileInfo place(folder());
    return !folder().isEmpty() && !place.exists() && !place.isSymLink();
}

QString ArchiveDialog::sentence() const {
    return m_sentence->text().remove(QChar(0x2060));
}

QString ArchiveDialog::factsText() const {
    if (!m_content)
        return {};
    return tr("%n save(s), %1 when unpacked", nullptr, static_cast<int>(m_content->checkpoints))
        .arg(sized(m_content->bytes));
}

QString ArchiveDialog::folderText() const {
    if (folder().isEmpty())
        return tr("Give the new folder a name.");
    if (!isFolderFree())
        return tr("There is such a folder already, and nothing is overwritten. Choose another name.");
    return tr("The folder is made anew. Nothing is overwritten.");
}

QString ArchiveDialog::reportText() const {
    QStringList lines{tr("The lab is in this file now: %1.").arg(sized(m_report.bytes))};
    for (const Message& note : m_report.notes)
        lines << translated(note);
    return lines.join(QLatin1Char('\n'));
}

void ArchiveDialog::showSentence() {
    QString text;
    if (m_problem)
        text = wholeText(*m_problem);
    else if (m_state == State::Looking)
        text = tr("Looking into the file");
    else if (m_state == State::Asking)
        text = folderText();
    else if (m_state == State::Stopping)
        text = tr("Stopping. Nothing is left behind.");
    else if (m_state == State::Done)
        text = reportText();
    else if (m_total > 0)
        text = tr("%1 of %2").arg(sized(m_done), sized(m_total));
    const bool bad = m_problem || (m_state == State::Asking && !isFolderFree());
    m_sentence->setText(wholeWords(text));
    setPlate(m_sentence, bad ? "bad" : m_state == State::Done ? "good" : "");
    const int margin = bad || m_state == State::Done ? 10 : 0;
    m_sentence->setContentsMargins(margin, margin, margin, margin);
    m_go->setEnabled(m_state == State::Failed || (m_state == State::Asking && isFolderFree()));
    m_bar->setAccessibleName(text);
}

void ArchiveDialog::showProgress() {
    m_bar->setValue(static_cast<int>(m_done * kPerMille / std::max<qint64>(m_total, 1)));
    showSentence();
}

void ArchiveDialog::enter(State state) {
    m_state = state;
    m_problem.reset();
    showState();
}

void ArchiveDialog::showState() {
    const bool asking = m_state == State::Asking;
    setWindowTitle(m_packing ? tr("Packing a lab") : tr("Opening a packed lab"));
    m_title->setText(m_packing ? tr("This lab in one file") : tr("A packed lab"));
    m_name->setText(QDir::toNativeSeparators(m_file));
    m_facts->setText(factsText());
    m_facts->setVisible(m_content.has_value() && !m_packing);
    m_label->setText(tr("New folder"));
    m_choose->setText(tr("Choose …"));
    m_question->setVisible(asking);
    m_bar->setVisible(isWorking());
    const bool cancels = isWorking() || asking || m_state == State::Looking;
    m_close->setText(cancels ? tr("Cancel") : tr("Close"));
    m_close->setEnabled(m_state != State::Stopping);
    m_go->setText(m_packing ? tr("Choose another place …") : tr("Unpack and open"));
    m_go->setVisible(asking || (m_packing && m_state == State::Failed));
    m_go->setDefault(asking);
    showProgress();
    adjustSize();
}

void ArchiveDialog::fitText() {
    setFixedWidth(static_cast<int>(kWidth * textScale(this)));
}

void ArchiveDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showState();
    else if (event->type() == QEvent::FontChange)
        fitText();
}

} // namespace neurarium
