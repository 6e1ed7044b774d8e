// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import_report_view.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTableWidget>
#include <QVBoxLayout>

#include "widgets/problem_text.h"
#include "widgets/recipe_words.h"

namespace neurarium {

namespace {

QTableWidgetItem* tableItem(const QString& text, bool number) {
    auto* item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled);
    item->setTextAlignment((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return item;
}

} // namespace

ImportReportView::ImportReportView(QWidget* parent)
    : QWidget(parent)
    , m_summary(new QLabel(this))
    , m_table(new QTableWidget(this))
    , m_leftOutTitle(new QLabel(this))
    , m_leftOut(new QPlainTextEdit(this)) {
    constexpr int kColumns = 4;
    m_summary->setWordWrap(true);
    m_leftOutTitle->setProperty("role", "title");
    m_leftOut->setReadOnly(true);
    m_leftOut->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_leftOut->setTabChangesFocus(true);
    m_table->setColumnCount(kColumns);
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_summary);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_leftOutTitle);
    layout->addWidget(m_leftOut, 1);
    fill();
}

void ImportReportView::setReport(const ImportReport& report) {
    m_report = report;
    fill();
}

QString ImportReportView::summary() const {
    const auto classes = static_cast<int>(m_report.classes.size());
    QStringList sentences{
        tr("%1 photos in %n class(es) are ready.", nullptr, classes).arg(countText(m_report.read))};
    if (!m_report.duplicates.empty())
        sentences << tr("Repeated, counted once: %1.").arg(countText(std::ssize(m_report.duplicates)));
    if (!m_report.refused.empty())
        sentences << tr("Files left out: %1.").arg(countText(std::ssize(m_report.refused)));
    return sentences.join(u' ');
}

QString ImportReportView::leftOut() const {
    QStringList lines;
    for (const RefusedFile& file : m_report.refused)
        lines << QStringLiteral("%1: %2").arg(QString::fromStdString(file.path), translated(file.reason));
    for (const DuplicateFile& file : m_report.duplicates)
        lines << tr("%1: the same as %2")
                     .arg(QString::fromStdString(file.path), QString::fromStdString(file.original));
    return lines.join(u'\n');
}

void ImportReportView::fillTable() {
    m_table->setHorizontalHeaderLabels({tr("Class"), tr("To learn"), tr("To check"), tr("Together")});
    for (int column = 0; column < m_table->columnCount(); ++column)
        m_table->horizontalHeaderItem(column)->setTextAlignment(
            (column > 0 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    m_table->setRowCount(static_cast<int>(m_report.classes.size()));
    int row = 0;
    for (const ClassCount& entry : m_report.classes) {
        m_table->setItem(row, 0, tableItem(classWord(entry.name), false));
        m_table->setItem(row, 1, tableItem(countText(entry.training), true));
        m_table->setItem(row, 2, tableItem(countText(entry.validation), true));
        m_table->setItem(row, 3, tableItem(countText(entry.training + entry.validation), true));
        ++row;
    }
}

void ImportReportView::fill() {
    m_summary->setText(summary());
    m_table->setAccessibleName(tr("Classes and their numbers of photos"));
    m_leftOutTitle->setText(tr("Left out, and why"));
    m_leftOut->setAccessibleName(m_leftOutTitle->text());
    const QString lines = leftOut();
    m_leftOut->setPlainText(lines);
    m_leftOut->setVisible(!lines.isEmpty());
    m_leftOutTitle->setVisible(!lines.isEmpty());
    fillTable();
}

QString ImportReportView::text() const {
    QStringList lines{summary(), {}};
    lines << QStringList{tr("Class"), tr("To learn"), tr("To check")}.join(u'\t');
    for (const ClassCount& entry : m_report.classes)
        lines << QStringLiteral("%1\t%2\t%3")
                     .arg(QString::fromStdString(entry.name))
                     .arg(entry.training)
                     .arg(entry.validation);
    const QString left = leftOut();
    if (!left.isEmpty())
        lines << QString() << tr("Left out, and why") << left;
    return lines.join(u'\n') + u'\n';
}

void ImportReportView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace neurarium
