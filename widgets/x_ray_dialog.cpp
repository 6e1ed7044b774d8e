// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/x_ray_dialog.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyle>
#include <QTableView>

#include "widgets/elided_label.h"
#include "widgets/histogram_view.h"
#include "widgets/icon.h"
#include "widgets/problem_text.h"
#include "widgets/recipe_words.h"
#include "widgets/segmented_control.h"
#include "widgets/tensor_table.h"
#include "widgets/text_scale.h"
#include "widgets/whole_words.h"
#include "widgets/x_ray_sum.h"

namespace neurarium {

namespace {

constexpr QSize kSize(1000, 620);
constexpr int kDetailsWidth = 300;
constexpr int kPerMille = 1000;
constexpr int kIconSide = 16;
constexpr qsizetype kLongestHeader = 100'000; ///< characters that are shown

QLabel* wrapped(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

XRayDialog::XRayDialog(QWidget* parent)
    : QDialog(parent)
    , m_name(new ElidedLabel(this))
    , m_open(new QPushButton(this))
    , m_bar(new QProgressBar(this))
    , m_length(wrapped(this))
    , m_lengthSum(wrapped(this))
    , m_sum(wrapped(this))
    , m_verdictIcon(new QLabel(this))
    , m_verdict(wrapped(this))
    , m_problems(wrapped(this))
    , m_tabs(new SegmentedControl(this))
    , m_pages(new QStackedWidget(this))
    , m_table(new QTableView(this))
    , m_tensors(new TensorTable(this))
    , m_tensorName(wrapped(this))
    , m_figures(wrapped(this))
    , m_histogram(new HistogramView(this))
    , m_zero(new QPushButton(this))
    , m_header(new QPlainTextEdit(this))
    , m_notice(new ElidedLabel(this))
    , m_copy(new QPushButton(this))
    , m_close(new QPushButton(this)) {
    build();
    connectParts();
    fitText();
    retranslate();
    recolor();
    showSeen();
}

void XRayDialog::build() {
    m_name->setProperty("role", "title");
    m_bar->setRange(0, kPerMille);
    m_bar->setTextVisible(false);
    m_problems->setProperty("plate", "bad");
    m_problems->setContentsMargins(12, 8, 12, 8);
    m_header->setReadOnly(true);
    m_header->setWordWrapMode(QTextOption::WrapAnywhere);
    m_copy->setProperty("primary", true);
    m_pages->addWidget(buildTensors());
    m_pages->addWidget(m_header);
    auto* top = new QHBoxLayout;
    top->addWidget(m_name, 1);
    top->addWidget(m_open);
    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(8);
    bottom->addWidget(m_notice, 1);
    bottom->addWidget(m_close);
    bottom->addWidget(m_copy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(10);
    column->addLayout(top);
    column->addWidget(m_bar);
    column->addWidget(buildSum());
    column->addWidget(m_problems);
    column->addWidget(m_tabs);
    column->addWidget(m_pages, 1);
    column->addLayout(bottom);
}

QWidget* XRayDialog::buildSum() {
    auto* plate = new QWidget(this);
    plate->setProperty("plate", "raised");
    plate->setAttribute(Qt::WA_StyledBackground);
    m_lengthSum->setProperty("role", "hint");
    auto* verdict = new QHBoxLayout;
    verdict->setSpacing(6);
    verdict->addWidget(m_verdictIcon);
    verdict->addWidget(m_verdict, 1);
    auto* column = new QVBoxLayout(plate);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(4);
    column->addWidget(m_length);
    column->addWidget(m_lengthSum);
    column->addWidget(m_sum);
    column->addLayout(verdict);
    return plate;
}

QWidget* XRayDialog::buildTensors() {
    m_table->setModel(m_tensors);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (const int wide : {TensorTable::Name, TensorTable::Meaning})
        m_table->horizontalHeader()->setSectionResizeMode(wide, QHeaderView::Stretch);
    m_tensorName->setProperty("role", "title");
    m_figures->setProperty("role", "hint");
    auto* details = new QVBoxLayout;
    details->setSpacing(8);
    details->addWidget(m_tensorName);
    details->addWidget(m_histogram, 1);
    details->addWidget(m_figures);
    details->addWidget(m_zero);
    auto* page = new QWidget(this);
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(14);
    row->addWidget(m_table, 1);
    row->addLayout(details);
    return page;
}

void XRayDialog::connectParts() {
    connect(m_open, &QPushButton::clicked, this, &XRayDialog::openRequested);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_tabs, &SegmentedControl::chosenChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &XRayDialog::showTensor);
    connect(m_zero, &QPushButton::clicked, this, &XRayDialog::toggleZero);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QStringList names;
        for (const std::string& name : m_zeros)
            names << QString::fromStdString(name);
        emit copyRequested(names);
    });
}

void XRayDialog::begin(const QString& file) {
    m_file = file;
    m_seen = {};
    m_zeros.clear();
    setNotice({}, true);
    m_bar->setValue(0);
    showSeen();
    m_bar->show();
}

void XRayDialog::setProgress(double share) {
    m_bar->setValue(static_cast<int>(share * kPerMille));
}

void XRayDialog::setXRay(const XRay& seen, const LayerList& network) {
    m_seen = seen;
    m_network = network;
    m_zeros.clear();
    showSeen();
    m_table->setFocus();
}

void XRayDialog::setProblem(const Problem& problem) {
    m_seen = {};
    m_seen.problems = {problem};
    showSeen();
}

void XRayDialog::setNotice(const QString& notice, bool good) {
    m_notice->setText(notice);
    m_notice->setProperty("role", good ? "good" : "bad");
    m_notice->style()->unpolish(m_notice);
    m_notice->style()->polish(m_notice);
}

QString XRayDialog::sumLine() const {
    return m_sum->text();
}

QString XRayDialog::headerText() const {
    return m_header->toPlainText();
}

QString XRayDialog::problems() const {
    return m_problems->text();
}

const TensorXRay* XRayDialog::chosen() const {
    return m_tensors->tensor(m_table->currentIndex().row());
}

void XRayDialog::showSeen() {
    m_bar->hide();
    m_name->setText(QFileInfo(m_file).fileName());
    const bool read = m_seen.fileBytes > 0;
    m_length->setText(tr("The first 8 bytes: %1").arg(lengthBytesText(m_seen)));
    m_lengthSum->setText(tr("They are one number, the length of the header: %1").arg(lengthSumText(m_seen)));
    m_sum->setText(QStringLiteral("<b>%1</b>").arg(fileSumText(m_seen)));
    m_verdict->setText(fileSumVerdict(m_seen));
    m_sum->parentWidget()->setVisible(read);
    m_tensors->setTensors(m_seen.tensors, m_network);
    m_tensors->setZeros(m_zeros);
    const QString header = QString::fromStdString(m_seen.header);
    m_header->setPlainText(header.size() > kLongestHeader ? header.left(kLongestHeader) + tr("\n … and so on")
                                                          : header);
    m_pages->setVisible(read);
    m_tabs->setVisible(read);
    showProblems();
    recolor();
    if (m_tensors->rowCount() > 0)
        m_table->selectRow(m_tensors->mostTelling());
    showTensor();
}

void XRayDialog::showProblems() {
    QStringList lines;
    for (const Problem& problem : m_seen.problems)
        lines << (m_seen.fileBytes > 0 ? translated(problem.what) : wholeText(problem));
    if (!lines.isEmpty() && !m_seen.tensors.empty())
        lines << tr("%1 of %2 tensors can still be read.")
                     .arg(countText(static_cast<std::int64_t>(m_seen.wholeTensors())),
                          countText(std::ssize(m_seen.tensors)));
    m_problems->setText(wholeWords(lines.join(QLatin1Char('\n'))));
    m_problems->setVisible(!lines.isEmpty());
}

void XRayDialog::showTensor() {
    const TensorXRay* tensor = chosen();
    const bool whole = tensor != nullptr && tensor->isWhole;
    const bool zero = whole && m_zeros.contains(tensor->name);
    m_tensorName->setText(tensor == nullptr ? tr("No tensor") : QString::fromStdString(tensor->name));
    QStringList figures;
    if (whole) {
        const auto number = [](double value) { return QString::number(value, 'g', 4); };
        figures << tr("%1 to %2, mean %3")
                       .arg(number(tensor->smallest), number(tensor->largest), number(tensor->mean));
        figures << tr("%1 of %2 are 0").arg(countText(tensor->zeros), countText(tensor->numbers));
        if (tensor->nan + tensor->infinite > 0)
            figures << tr("%1 are no numbers, %2 are infinite")
                           .arg(countText(tensor->nan), countText(tensor->infinite));
        figures << tr("bytes %1 to %2 of the file")
                       .arg(countText(static_cast<std::int64_t>(tensor->begin)),
                            countText(static_cast<std::int64_t>(tensor->end)));
    }
    m_figures->setText(wholeWords(figures.join(QLatin1Char('\n'))));
    Histogram histogram = whole ? tensor->histogram : Histogram{};
    if (zero)
        histogram = {0, 0, {tensor->numbers}};
    m_histogram->setHistogram(histogram);
    m_zero->setEnabled(whole && m_seen.problems.empty());
    m_zero->setText(zero ? tr("Leave it as it is") : tr("Set to zero"));
    m_copy->setEnabled(!m_zeros.empty());
}

void XRayDialog::toggleZero() {
    const TensorXRay* tensor = chosen();
    if (tensor == nullptr)
        return;
    if (m_zeros.erase(tensor->name) == 0)
        m_zeros.insert(tensor->name);
    m_tensors->setZeros(m_zeros);
    showTensor();
}

void XRayDialog::fitText() {
    const double scale = textScale(this);
    setMinimumSize(kSize);
    resize(size().expandedTo(kSize * scale));
    m_histogram->setFixedWidth(static_cast<int>(kDetailsWidth * scale));
    m_tensorName->setFixedWidth(m_histogram->width());
    m_figures->setFixedWidth(m_histogram->width());
}

void XRayDialog::retranslate() {
    setWindowTitle(tr("X-ray of a checkpoint"));
    m_open->setText(tr("Open another file …"));
    m_copy->setText(tr("Save a copy …"));
    m_copy->setToolTip(tr("The file stays as it is; the copy has 0 for every number of the chosen tensors."));
    m_close->setText(tr("Close"));
    m_table->setAccessibleName(tr("The tensors of the file"));
    m_header->setAccessibleName(tr("The header of the file as text"));
    m_tabs->setSegments({tr("Tensors"), tr("The header as text")});
    m_tensors->retranslate();
}

void XRayDialog::recolor() {
    const bool fits = m_seen.sumFits();
    m_verdictIcon->setPixmap(iconPixmap(fits ? QStringLiteral("check") : QStringLiteral("cross"),
                                        {fits ? Token::Good : Token::Bad, &Theme::of(this)}, kIconSide,
                                        devicePixelRatioF()));
}

void XRayDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showSeen();
    } else if (event->type() == QEvent::PaletteChange) {
        recolor();
    } else if (event->type() == QEvent::FontChange) {
        fitText();
    }
}

} // namespace neurarium
