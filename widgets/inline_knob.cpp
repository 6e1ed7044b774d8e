// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inline_knob.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

#include "widgets/knob_slider.h"
#include "widgets/knob_value.h"
#include "widgets/text_scale.h"

namespace neurarium {

namespace {

constexpr int kSlider = 76;

} // namespace

InlineKnob::InlineKnob(const KnobScale& scale, QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_value(new KnobValue(scale, this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    row->setSpacing(6);
    row->addWidget(m_title);
    row->addWidget(m_value->slider());
    row->addWidget(m_value->box());
    connect(m_value, &KnobValue::moved, this, &InlineKnob::valueChanged);
    connect(m_value, &KnobValue::changed, this, &InlineKnob::valueChanged);
    fit();
}

void InlineKnob::setTitle(const QString& title, const QString& hint) {
    m_title->setText(title);
    for (QWidget* part : {static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_value->slider()),
                          static_cast<QWidget*>(m_value->box())})
        part->setToolTip(hint);
    m_value->slider()->setAccessibleName(title);
    m_value->box()->setAccessibleName(title);
}

void InlineKnob::setLowest(const QString& word) {
    m_value->setLowest(word);
}

double InlineKnob::value() const {
    return m_value->value();
}

void InlineKnob::setValue(double value) {
    m_value->setValue(value);
}

void InlineKnob::fit() {
    const double scale = textScale(this);
    m_value->fitText(scale);
    m_value->slider()->setFixedWidth(static_cast<int>(kSlider * scale));
}

void InlineKnob::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange)
        fit();
    QWidget::changeEvent(event);
}

} // namespace neurarium
