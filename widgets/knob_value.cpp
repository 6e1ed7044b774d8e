// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/knob_value.h"

#include <algorithm>

#include <QLineEdit>
#include <QSignalBlocker>

#include "widgets/knob_slider.h"
#include "widgets/text_scale.h"

namespace neurarium {

namespace {

constexpr int kBoxWidth = 66;
constexpr int kPercentWidth = 60;

} // namespace

KnobValue::KnobValue(const KnobScale& scale, QWidget* parent)
    : QObject(parent)
    , m_scale(scale)
    , m_slider(new KnobSlider(scale, parent))
    , m_box(new QLineEdit(parent))
    , m_value(scale.minimum)
    , m_settled(scale.minimum) {
    m_box->setAlignment(Qt::AlignRight);
    fitText(textScale(m_box));
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &KnobValue::settle);
    connect(m_slider, &QSlider::valueChanged, this,
            [this](int position) { moveTo(m_scale.valueAt(position)); });
    connect(m_slider, &QSlider::sliderReleased, this, &KnobValue::settle);
    connect(m_box, &QLineEdit::editingFinished, this, &KnobValue::readBox);
    show();
}

void KnobValue::fitText(double textScale) {
    m_box->setFixedWidth(static_cast<int>((m_scale.percent ? kPercentWidth : kBoxWidth) * textScale));
}

void KnobValue::setLowest(const QString& word) {
    m_scale.lowest = word;
    m_box->setText(m_scale.text(m_value));
}

void KnobValue::setValue(double value) {
    if (m_slider->isSliderDown() || m_rest.isActive())
        return;
    m_value = m_settled = value;
    show();
}

void KnobValue::moveBy(int positions) {
    m_slider->setValue(m_slider->value() + positions);
}

void KnobValue::moveTo(double value) {
    m_value = value;
    m_box->setText(m_scale.text(value));
    m_rest.start();
    emit moved(value);
}

void KnobValue::show() {
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(m_scale.positionOf(m_value));
    m_slider->update();
    m_box->setText(m_scale.text(m_value));
}

void KnobValue::settle() {
    m_rest.stop();
    if (m_value == m_settled)
        return;
    m_settled = m_value;
    emit changed(m_value);
}

void KnobValue::readBox() {
    // Leaving the box untouched must not round the value to what is written there.
    const auto typed = m_scale.value(m_box->text());
    if (typed && m_box->text() != m_scale.text(m_value))
        m_value = *typed;
    show();
    settle();
}

} // namespace neurarium
