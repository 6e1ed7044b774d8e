// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace neurarium {

/// Room for words that change while training runs: its one child takes all of it. The layouts around are not
/// asked again at every new word, but only when the child needs more height than there is, or, with a number
/// of lines, never.
class SteadyRoom : public QWidget {
    Q_OBJECT

public:
    /// Takes the child over. `lines`: of its text that there is always room for; 0: as many as it needs.
    explicit SteadyRoom(QWidget* child, int lines = 0, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    int neededHeight() const;

    QWidget* m_child;
    int m_lines;
};

} // namespace neurarium
