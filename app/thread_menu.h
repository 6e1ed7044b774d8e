// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

class QActionGroup;

namespace neurarium {

/// How many threads train unless somebody chooses: all cores, and beside a window one less where there are
/// more than two, so that drawing does not wait.
int threadsBesideWindow(int cores);

/// The choice of how many threads train: as many as the program thinks best, or a number.
class ThreadMenu : public QMenu {
    Q_OBJECT
public:
    /// Offers the numbers up to `threads`, the most that run at once on this computer, and what suits
    /// `cores`.
    ThreadMenu(int cores, int threads, QWidget* parent);

    /// Shows a choice without telling of it; 0: as many as the program thinks best.
    void choose(int threads);
    /// The threads that the choice stands for, at least 1.
    int threads() const;

signals:
    /// Somebody has chosen; 0: as many as the program thinks best.
    void chosen(int threads);

protected:
    void changeEvent(QEvent* event) override;

private:
    void add(int threads);
    void retranslate();

    int m_suitable;
    QActionGroup* m_choices;
};

} // namespace neurarium
