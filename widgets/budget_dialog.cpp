// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/budget_dialog.h"

#include <algorithm>

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "widgets/change_text.h"
#include "widgets/recipe_words.h"
#include "widgets/text_scale.h"
#include "widgets/whole_words.h"

namespace neurarium {

namespace {

constexpr QSize kSize(560, 470);
constexpr int kPerMille = 1000;
constexpr int kColumnWidth = 80;
constexpr int kIdRole = Qt::UserRole;
constexpr std::int64_t kMegabyte = 1'000'000;
constexpr std::int64_t kChoices[] = {10 * kMegabyte, 100 * kMegabyte, 500 * kMegabyte, 2000 * kMegabyte,
                                     10'000 * kMegabyte};

enum Column { Name, Count, Size };

QString sized(std::int64_t bytes) {
    return QString::fromStdString(sizeText(bytes));
}

QString kindText(KeptFor kind) {
    switch (kind) {
    case KeptFor::Person:
        return BudgetDialog::tr("Saved or named by you");
    case KeptFor::BeforeChange:
        return BudgetDialog::tr("Before a change");
    case KeptFor::Best:
        return BudgetDialog::tr("The best");
    case KeptFor::Last:
        return BudgetDialog::tr("The last of a branch");
    case KeptFor::Fork:
        return BudgetDialog::tr("Where a branch leaves");
    case KeptFor::Older:
        break;
    }
    return BudgetDialog::tr("Automatic, may go");
}

QString saveText(const CheckpointInfo& save) {
    const QString epoch =
        BudgetDialog::tr("epoch %1, step %2").arg(countText(save.epoch), countText(save.step));
    const QString letter = QString::fromStdString(save.letter), name = slotName(save);
    const QString title = letter.isEmpty() || name.isEmpty() ? letter + name : letter + u' ' + name;
    return title.isEmpty() ? epoch : QStringLiteral("%1 (%2)").arg(title, epoch);
}

std::int64_t bytesOf(const std::vector<const CheckpointInfo*>& saves) {
    std::int64_t bytes = 0;
    for (const CheckpointInfo* save : saves)
        bytes += save->bytes;
    return bytes;
}

void setPlate(QWidget* widget, bool bad) {
    widget->setProperty("plate", bad ? "bad" : "raised");
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace

BudgetDialog::BudgetDialog(QWidget* parent)
    : QDialog(parent)
    , m_use(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_saves(new QTreeWidget(this))
    , m_promise(new QLabel(this))
    , m_label(new QLabel(this))
    , m_choice(new QComboBox(this))
    , m_sentence(new QLabel(this))
    , m_close(new QPushButton(this))
    , m_set(new QPushButton(this)) {
    build();
    connectParts();
    fitText();
    retranslate();
}

void BudgetDialog::build() {
    m_use->setProperty("role", "title");
    m_bar->setRange(0, kPerMille);
    m_bar->setTextVisible(false);
    m_saves->setColumnCount(Size + 1);
    m_saves->setUniformRowHeights(true);
    m_saves->header()->setStretchLastSection(false);
    m_saves->header()->setMinimumSectionSize(kColumnWidth);
    m_saves->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_saves->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_promise->setProperty("role", "hint");
    m_promise->setWordWrap(true);
    m_label->setBuddy(m_choice);
    m_sentence->setWordWrap(true);
    m_sentence->setContentsMargins(10, 8, 10, 8);
    m_set->setProperty("primary", true);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_label);
    row->addWidget(m_choice);
    row->addStretch();
    row->addWidget(m_close);
    row->addWidget(m_set);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(10);
    column->addWidget(m_use);
    column->addWidget(m_bar);
    column->addWidget(m_saves, 1);
    column->addWidget(m_promise);
    column->addWidget(m_sentence);
    column->addLayout(row);
}

void BudgetDialog::connectParts() {
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (index >= 0)
            emit considered(budget());
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_set, &QPushButton::clicked, this, [this] { emit budgetChosen(budget()); });
    connect(m_saves, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem* item) {
        if (item != nullptr && item->data(Name, kIdRole).isValid())
            emit checkpointChosen({item->data(Name, kIdRole).toLongLong()});
    });
}

void BudgetDialog::setTimeline(const Timeline& timeline) {
    const bool otherSaves = timeline.bytes != m_timeline.bytes ||
                            timeline.checkpoints != m_timeline.checkpoints ||
                            timeline.marks != m_timeline.marks || timeline.branches != m_timeline.branches;
    const bool otherBudget = timeline.budget != m_timeline.budget || m_choice->count() == 0;
    m_timeline = timeline;
    if (otherSaves)
        showSaves();
    showUse();
    if (otherBudget)
        showChoices();
    emit considered(budget());
}

void BudgetDialog::setSettable(bool settable) {
    m_settable = settable;
    showEffect();
}

void BudgetDialog::setEffect(const Effect& effect) {
    m_effect = effect;
    showEffect();
}

DiskBudget BudgetDialog::budget() const {
    return {m_choice->currentData().toLongLong()};
}

QString BudgetDialog::sentence() const {
    return m_use->text();
}

QString BudgetDialog::effectText() const {
    return m_sentence->text().remove(QChar(0x2060));
}

/// The usual choices, and the one that is set.
void BudgetDialog::showChoices() {
    std::vector<std::int64_t> choices(std::begin(kChoices), std::end(kChoices));
    choices.push_back(kUsualDiskBudget.bytes);
    if (m_timeline.budget.bytes > 0)
        choices.push_back(m_timeline.budget.bytes);
    std::sort(choices.begin(), choices.end());
    choices.erase(std::unique(choices.begin(), choices.end()), choices.end());
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    for (const std::int64_t bytes : choices)
        m_choice->addItem(bytes == kUsualDiskBudget.bytes ? tr("%1, as usual").arg(sized(bytes))
                                                          : sized(bytes),
                          QVariant::fromValue<qlonglong>(bytes));
    m_choice->addItem(tr("without a limit"), QVariant::fromValue<qlonglong>(0));
    m_choice->setCurrentIndex(m_choice->findData(QVariant::fromValue<qlonglong>(m_timeline.budget.bytes)));
}

QTreeWidgetItem* BudgetDialog::addKind(KeptFor kind, const std::vector<const CheckpointInfo*>& saves) {
    auto* top =
        new QTreeWidgetItem(m_saves, {kindText(kind), countText(std::ssize(saves)), sized(bytesOf(saves))});
    for (auto save = saves.rbegin(); save != saves.rend(); ++save) { // the newest first
        auto* item = new QTreeWidgetItem(top, {saveText(**save), QString(), sized((*save)->bytes)});
        item->setData(Name, kIdRole, QVariant::fromValue<qlonglong>((*save)->id.value));
    }
    for (int i = 0; i < top->childCount(); ++i)
        top->child(i)->setTextAlignment(Size, Qt::AlignRight | Qt::AlignVCenter);
    for (const int column : {Count, Size})
        top->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    return top;
}

/// Branches of the tree that were open stay open, and the save that was chosen stays chosen.
void BudgetDialog::showSaves() {
    std::map<QString, bool> wasOpen;
    for (int i = 0; i < m_saves->topLevelItemCount(); ++i)
        wasOpen[m_saves->topLevelItem(i)->text(Name)] = m_saves->topLevelItem(i)->isExpanded();
    const QVariant chosen =
        m_saves->currentItem() == nullptr ? QVariant() : m_saves->currentItem()->data(Name, kIdRole);
    const std::map<CheckpointId, KeptFor> reasons = keptFor(m_timeline);
    std::map<KeptFor, std::vector<const CheckpointInfo*>> kinds;
    for (const CheckpointInfo& save : m_timeline.checkpoints)
        kinds[reasons.at(save.id)].push_back(&save);
    const QSignalBlocker quiet(m_saves);
    m_saves->clear();
    for (const auto& [kind, saves] : kinds) {
        QTreeWidgetItem* top = addKind(kind, saves);
        top->setExpanded(wasOpen[top->text(Name)]);
        for (int i = 0; chosen.isValid() && i < top->childCount(); ++i)
            if (top->child(i)->data(Name, kIdRole) == chosen)
                m_saves->setCurrentItem(top->child(i));
    }
    std::int64_t known = 0;
    for (const CheckpointInfo& save : m_timeline.checkpoints)
        known += save.bytes;
    if (m_timeline.bytes > known) {
        auto* damaged =
            new QTreeWidgetItem(m_saves, {tr("Damaged"), QString(), sized(m_timeline.bytes - known)});
        damaged->setTextAlignment(Size, Qt::AlignRight | Qt::AlignVCenter);
    }
}

void BudgetDialog::showUse() {
    const std::int64_t bytes = m_timeline.bytes, most = m_timeline.budget.bytes;
    m_use->setText(most > 0 ? tr("Saves: %1 of %2").arg(sized(bytes), sized(most))
                            : tr("Saves: %1, without a limit").arg(sized(bytes)));
    m_bar->setVisible(most > 0);
    m_bar->setValue(most > 0 ? static_cast<int>(std::min(bytes, most) * kPerMille / most) : 0);
    m_bar->setAccessibleName(m_use->text());
}

void BudgetDialog::showEffect() {
    const bool over = budget().bytes > 0 && m_effect.remaining > budget().bytes;
    QString text;
    const bool isSet = budget() == m_timeline.budget;
    const auto saves = static_cast<int>(m_effect.saves);
    if (saves > 0)
        text = (isSet ? tr("%n automatic save(s) will go with the next one: %1.", nullptr, saves)
                      : tr("%n automatic save(s) would go at once: %1.", nullptr, saves))
                   .arg(sized(m_effect.bytes));
    if (over)
        text += (text.isEmpty() ? QString() : QStringLiteral(" ")) +
                tr("What is never deleted takes %1, which is more.").arg(sized(m_effect.remaining));
    if (text.isEmpty())
        text = tr("Nothing goes now.");
    if (!m_settable)
        text = tr("This lab is open for looking only: its room can be set where it is trained.");
    m_sentence->setText(wholeWords(text));
    setPlate(m_sentence, over && m_settable);
    m_choice->setEnabled(m_settable);
    m_set->setEnabled(m_settable && !isSet);
}

void BudgetDialog::retranslate() {
    setWindowTitle(tr("Room for saves"));
    m_saves->setHeaderLabels({tr("Kept because"), tr("Saves"), tr("Size")});
    for (const int column : {Count, Size})
        m_saves->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    m_saves->setAccessibleName(tr("The saves by what they are kept for"));
    m_promise->setText(wholeWords(
        tr("Only automatic saves ever go, the older the wider apart. What you saved or named, saves before a "
           "change, the best and the last are never deleted.")));
    m_label->setText(tr("They may take"));
    m_close->setText(tr("Close"));
    m_set->setText(tr("Set"));
    showSaves();
    showUse();
    showChoices();
    showEffect();
}

void BudgetDialog::fitText() {
    const QSize least = kSize * textScale(this);
    setMinimumSize(least);
    resize(size().expandedTo(least));
}

void BudgetDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        fitText();
}

} // namespace neurarium
