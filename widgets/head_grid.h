// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QWidget>

#include "report/attention_maps.h"
#include "widgets/weight_image.h"

namespace neurarium {

/// All attention heads small, of which one is chosen by click or arrow keys. Those that are switched off are
/// struck through.
class HeadGrid : public QWidget {
    Q_OBJECT

public:
    explicit HeadGrid(QWidget* parent = nullptr);

    void setMaps(const std::shared_ptr<const AttentionMaps>& maps);
    void setChosen(HeadPlace place);
    HeadPlace chosen() const { return m_chosen; }
    QRectF placeOf(HeadPlace place) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void headChosen(neurarium::HeadPlace place);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void choose(HeadPlace place);
    void tell();

    std::shared_ptr<const AttentionMaps> m_maps;
    std::vector<WeightImage> m_images;
    HeadPlace m_chosen;
};

} // namespace neurarium
