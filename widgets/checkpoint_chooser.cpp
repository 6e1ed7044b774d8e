// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/checkpoint_chooser.h"

#include <algorithm>
#include <map>

#include <QAbstractItemView>
#include <QAbstractListModel>
#include <QEvent>

#include "widgets/change_text.h"
#include "widgets/number_text.h"
#include "widgets/recipe_words.h"

namespace neurarium {

namespace {

constexpr int kLettersWide = 18; ///< that the closed list asks for

QString shortName(const CheckpointInfo& checkpoint) {
    if (!checkpoint.id)
        return CheckpointChooser::tr("now");
    return checkpoint.letter.empty() ? CheckpointChooser::tr("epoch %1").arg(countText(checkpoint.epoch))
                                     : QString::fromStdString(checkpoint.letter);
}

} // namespace

/// Where training stands, then the checkpoints branch by branch. Words are made when a row is looked at.
class CheckpointChooser::Rows : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    /// False: nothing has changed.
    bool set(const Timeline& timeline) {
        std::map<BranchId, int> numbers;
        for (const Branch& branch : timeline.branches)
            numbers.emplace(branch.id, static_cast<int>(numbers.size()) + 1);
        std::vector<CheckpointInfo> rows = timeline.checkpoints;
        const auto placeOf = [&](const CheckpointInfo& each) {
            const auto number = numbers.find(each.branch);
            return std::pair(number == numbers.end() ? 0 : number->second, each.step);
        };
        std::stable_sort(rows.begin(), rows.end(), [&](const CheckpointInfo& a, const CheckpointInfo& b) {
            return placeOf(a) < placeOf(b);
        });
        rows.insert(rows.begin(), CheckpointInfo{});
        if (rows == m_checkpoints && numbers == m_numbers)
            return false;
        beginResetModel();
        m_checkpoints = std::move(rows);
        m_numbers = std::move(numbers);
        endResetModel();
        return true;
    }

    const CheckpointInfo& at(int row) const { return m_checkpoints[static_cast<std::size_t>(row)]; }
    int rowOf(CheckpointId checkpoint) const {
        const auto found = std::find_if(m_checkpoints.begin(), m_checkpoints.end(),
                                        [&](const CheckpointInfo& each) { return each.id == checkpoint; });
        return found == m_checkpoints.end() ? 0 : static_cast<int>(found - m_checkpoints.begin());
    }
    void retranslate() { emit dataChanged(index(0), index(rowCount({}) - 1)); }

    int rowCount(const QModelIndex& parent) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_checkpoints.size());
    }
    QVariant data(const QModelIndex& index, int role) const override {
        return index.isValid() && role == Qt::DisplayRole ? text(at(index.row())) : QVariant();
    }

private:
    QString text(const CheckpointInfo& checkpoint) const {
        if (!checkpoint.id)
            return CheckpointChooser::tr("Now, as it stands");
        QStringList parts;
        if (!checkpoint.letter.empty())
            parts << QString::fromStdString(checkpoint.letter);
        if (const QString name = slotName(checkpoint); !name.isEmpty())
            parts << name;
        parts << CheckpointChooser::tr("epoch %1, step %2")
                     .arg(countText(checkpoint.epoch), countText(checkpoint.step));
        if (checkpoint.validationAccuracy)
            parts << percentText(*checkpoint.validationAccuracy, 1);
        if (const auto number = m_numbers.find(checkpoint.branch);
            m_numbers.size() > 1 && number != m_numbers.end())
            parts << CheckpointChooser::tr("branch %1").arg(number->second);
        return parts.join(QStringLiteral(" · "));
    }

    std::vector<CheckpointInfo> m_checkpoints{CheckpointInfo{}};
    std::map<BranchId, int> m_numbers;
};

CheckpointChooser::CheckpointChooser(QWidget* parent)
    : QComboBox(parent)
    , m_rows(new Rows(this)) {
    setModel(m_rows);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(kLettersWide);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCurrentIndex(0);
    connect(this, &QComboBox::activated, this,
            [this](int row) { emit checkpointChosen(m_rows->at(row).id); });
}

void CheckpointChooser::setTimeline(const Timeline& timeline) {
    const CheckpointId chosen = checkpoint();
    if (m_rows->set(timeline))
        setCheckpoint(chosen);
}

void CheckpointChooser::setCheckpoint(CheckpointId checkpoint) {
    setCurrentIndex(m_rows->rowOf(checkpoint));
}

CheckpointId CheckpointChooser::checkpoint() const {
    return currentIndex() < 0 ? CheckpointId{} : m_rows->at(currentIndex()).id;
}

QString CheckpointChooser::shortText() const {
    return currentIndex() < 0 ? QString() : shortName(m_rows->at(currentIndex()));
}

void CheckpointChooser::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        m_rows->retranslate();
    QComboBox::changeEvent(event);
}

} // namespace neurarium
