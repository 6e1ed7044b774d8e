// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

namespace neurarium {

/// "branch 1, branch 2, change": the signs of the timeline and what they mean, as many as there is room for.
class BranchLegend : public QWidget {
    Q_OBJECT

public:
    explicit BranchLegend(QWidget* parent = nullptr);

    /// `current` is counted from 1; 0 for none.
    void setBranches(int count, int current, bool marks);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Entry {
        int branch = 0; ///< 0: the entry for changes
        QString text;
        bool bold = false;
    };
    std::vector<Entry> entries() const;
    double widthOf(const Entry& entry) const;

    int m_count = 0;
    int m_current = 0;
    bool m_marks = false;
};

} // namespace neurarium
