// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace neurarium {

/// One line of plain text that gives way when there is no room: it ends in "..." or is left out as a whole,
/// and the tooltip has the rest.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    /// A remark that is better left out than cut.
    void setAllOrNothing(bool allOrNothing) { m_allOrNothing = allOrNothing; }

    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool isCut() const;

    bool m_allOrNothing = false;
};

} // namespace neurarium
