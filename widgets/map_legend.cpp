// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map_legend.h"

#include <cmath>

#include <QEvent>
#include <QPainter>

#include "widgets/map_signs.h"
#include "widgets/recipe_words.h"
#include "widgets/text_scale.h"

namespace neurarium {

namespace {

constexpr double kGap = 12;
constexpr std::size_t kMostGroups = 24; // more would be a list, not a legend

} // namespace

double paintGroupLegend(QPainter* painter, const Embeddings& things, const QRectF& place,
                        const FigureLook& look) {
    constexpr double kSign = 5;
    if (things.groups.empty() || things.groupNames.size() < 2 || things.groupNames.size() > kMostGroups)
        return 0;
    const QFont font = Theme::font(TextRole::Axis, look.scale);
    const QFontMetricsF metrics(font);
    const double line = metrics.height() + 4;
    QPointF at = place.topLeft();
    for (std::size_t group = 0; group < things.groupNames.size(); ++group) {
        const QString name = classWord(things.groupNames[group]);
        const double sign = 4 * kSign * look.scale, wide = sign + metrics.horizontalAdvance(name) + kGap;
        if (at.x() > place.left() && at.x() + wide > place.right())
            at = {place.left(), at.y() + line};
        if (painter != nullptr) {
            painter->setRenderHint(QPainter::Antialiasing);
            paintGroupSign(*painter, *look.theme, at + QPointF(sign / 2, line / 2),
                           {static_cast<int>(group), kSign * look.scale});
            painter->setFont(font);
            painter->setPen(look.theme->color(Token::Text2));
            painter->drawText(QRectF(at.x() + sign, at.y(), wide, line), Qt::AlignLeft | Qt::AlignVCenter,
                              name);
        }
        at.rx() += wide;
    }
    return at.y() + line - place.top();
}

MapLegend::MapLegend(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    describe();
}

void MapLegend::setThings(std::shared_ptr<const Embeddings> things) {
    const bool same = m_things && things && m_things->groupNames == things->groupNames;
    m_things = std::move(things);
    if (same)
        return;
    describe();
    updateGeometry();
    update();
}

FigureLook MapLegend::look() const {
    return {&Theme::of(this), textScale(this), false, true};
}

int MapLegend::heightForWidth(int width) const {
    if (!m_things)
        return 0;
    return static_cast<int>(std::ceil(paintGroupLegend(nullptr, *m_things, QRectF(0, 0, width, 1), look())));
}

void MapLegend::describe() {
    setAccessibleName(tr("Groups"));
    QStringList names;
    if (m_things)
        for (const std::string& name : m_things->groupNames)
            names << classWord(name);
    setAccessibleDescription(names.join(QStringLiteral(", ")));
}

void MapLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (m_things)
        paintGroupLegend(&painter, *m_things, rect(), look());
}

void MapLegend::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        describe();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::PaletteChange) {
        updateGeometry();
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace neurarium
