// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "report/recipe.h"
#include "widgets/knob.h"

class QPushButton;

namespace neurarium {

/// "Vary the photos": one switch for all, a chip to switch each way, and a slider for how much of it.
/// Switching off keeps every amount.
class AugmentationKnob : public Knob {
    Q_OBJECT
public:
    enum Way { Flip, Turn, Shift, Zoom, Brightness, Holes };
    static constexpr int kWays = 6;

    explicit AugmentationKnob(QWidget* parent = nullptr);

    /// Shows a setting; nothing is emitted.
    void setAugmentation(const AugmentationOptions& options);
    /// What the knob says now.
    AugmentationOptions augmentation() const;
    bool isWayOn(Way way) const;

    QPushButton* chip(Way way) const { return m_chips[way]; }
    /// Null for `Flip`, which has no amount.
    KnobValue* amount(Way way) const { return m_amounts[way]; }
    KnobValue* holeSize() const { return m_holeSize; }

signals:
    /// One change by the user.
    void augmentationChanged(const neurarium::AugmentationOptions& options);

protected:
    void changeEvent(QEvent* event) override;

private:
    KnobValue* addAmount(const KnobScale& scale, QWidget*& row, QLabel*& name);
    void showRows();
    void report();
    void retranslate();
    void recolor();

    std::array<QPushButton*, kWays> m_chips{};
    std::array<KnobValue*, kWays> m_amounts{};
    std::array<QWidget*, kWays> m_rows{};
    std::array<QLabel*, kWays> m_names{};
    KnobValue* m_holeSize = nullptr;
    QWidget* m_holeSizeRow = nullptr;
    QLabel* m_holeSizeName = nullptr;
};

} // namespace neurarium
