// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QImage>
#include <QStringList>
#include <QWidget>

namespace neurarium {

/// Pictures in rows, each with a small one of what it was before it was varied.
class VariedPictures : public QWidget {
    Q_OBJECT

public:
    explicit VariedPictures(QWidget* parent = nullptr);

    void setPictures(std::vector<QImage> varied, std::vector<QImage> originals, QStringList names);
    void setOriginalsShown(bool shown);
    /// How many have room.
    int capacity() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Shape {
        int columns = 1;
        int rows = 1;
        double side = 1;
    };
    Shape shape() const;
    void paintOne(QPainter& painter, std::size_t index, const QRectF& place) const;

    std::vector<QImage> m_varied;
    std::vector<QImage> m_originals;
    QStringList m_names;
    bool m_originalsShown = true;
};

} // namespace neurarium
