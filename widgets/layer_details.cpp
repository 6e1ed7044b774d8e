// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layer_details.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "widgets/icon.h"
#include "widgets/option_form.h"
#include "widgets/recipe_words.h"
#include "widgets/theme.h"

namespace neurarium {

namespace {

QToolButton* flatButton() {
    auto* button = new QToolButton;
    button->setProperty("flat", true);
    return button;
}

} // namespace

LayerDetails::LayerDetails(QWidget* parent)
    : QFrame(parent)
    , m_form(new OptionForm)
    , m_up(flatButton())
    , m_down(flatButton())
    , m_remove(flatButton())
    , m_inside(new QPushButton)
    , m_shortcut(new QPushButton)
    , m_blockRow(new QWidget) {
    setProperty("plate", "raised");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 6, 8, 6);
    column->addWidget(m_form);

    auto* block = new QVBoxLayout(m_blockRow);
    block->setContentsMargins(0, 0, 0, 0);
    for (QPushButton* button : {m_inside, m_shortcut}) {
        auto* menu = new QMenu(button);
        button->setMenu(menu);
        const bool shortcut = button == m_shortcut;
        connect(menu, &QMenu::triggered, this, [this, shortcut](QAction* action) {
            emit insideRequested(action->data().toString().toStdString(), shortcut);
        });
        block->addWidget(button);
    }
    column->addWidget(m_blockRow);

    auto* tools = new QHBoxLayout;
    tools->addWidget(m_up);
    tools->addWidget(m_down);
    tools->addStretch();
    tools->addWidget(m_remove);
    column->addLayout(tools);
    connect(m_form, &OptionForm::optionsChanged, this, &LayerDetails::optionsChanged);
    connect(m_up, &QToolButton::clicked, this, [this] { emit moveRequested(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { emit moveRequested(1); });
    connect(m_remove, &QToolButton::clicked, this, &LayerDetails::removeRequested);
    translate();
    recolor();
}

void LayerDetails::setLayer(const LayerRecipe& layer, const RecipeCatalogue& catalogue) {
    const KindDescription* kind = findKind(catalogue.layers, layer.type);
    if (m_type != layer.type)
        m_form->setKind(kind == nullptr ? KindDescription{} : *kind);
    m_type = layer.type;
    m_form->setOptions(layer.options);
    const bool block = layer.type == "residual";
    m_blockRow->setVisible(block);
    for (QPushButton* button : {m_inside, m_shortcut}) {
        button->menu()->clear();
        if (block)
            fillLayerMenu(*button->menu(), catalogue);
    }
}

void LayerDetails::translate() {
    const auto name = [](QToolButton* button, const QString& text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    name(m_up, tr("Move up (Alt+Up)"));
    name(m_down, tr("Move down (Alt+Down)"));
    name(m_remove, tr("Remove this layer (Delete)"));
    m_inside->setText(tr("Layer inside"));
    m_shortcut->setText(tr("Layer in the shortcut"));
}

void LayerDetails::recolor() {
    const IconColor color{Token::Text, &Theme::of(this)};
    m_up->setIcon(icon(QStringLiteral("up"), color));
    m_down->setIcon(icon(QStringLiteral("down"), color));
    m_remove->setIcon(icon(QStringLiteral("cross"), color));
    m_inside->setIcon(icon(QStringLiteral("plus"), color));
    m_shortcut->setIcon(icon(QStringLiteral("plus"), color));
}

void LayerDetails::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        translate();
    if (event->type() == QEvent::PaletteChange)
        recolor();
    QFrame::changeEvent(event);
}

void fillLayerMenu(QMenu& menu, const RecipeCatalogue& catalogue) {
    menu.clear();
    for (const KindDescription& kind : catalogue.layers)
        menu.addAction(kindName(kind.type))->setData(QString::fromStdString(kind.type));
}

} // namespace neurarium
