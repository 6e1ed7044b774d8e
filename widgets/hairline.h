// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace neurarium {

/// A line of one pixel between parts. It carries no meaning.
class Hairline : public QWidget {
    Q_OBJECT
public:
    explicit Hairline(QWidget* parent = nullptr, Qt::Orientation direction = Qt::Horizontal);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace neurarium
