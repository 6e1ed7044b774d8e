// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/word_map_figure.h"

#include <algorithm>

#include <QPainter>

#include "widgets/map_legend.h"
#include "widgets/map_note.h"
#include "widgets/table_text.h"

namespace neurarium {

namespace {

constexpr double kLeastWidth = 760, kLeastHeight = 480; // pixels at the usual text size
constexpr double kPadding = 14, kHeader = 40, kGap = 12;
constexpr double kLengthsShare = 0.4; // of the width, or the height
constexpr double kWide = 620;         // from here on the lengths stand beside the map

const QStringList kColumns{
    "kind", "epoch", "step", "word", "to", "group", "x", "y", "z", "cosine_distance", "euclidean_distance"};

QString label(const Embeddings& things, std::int64_t thing) {
    return QString::fromStdString(things.labels[static_cast<std::size_t>(thing)]);
}

} // namespace

std::vector<LengthLine> lengthLines(const MapScene& scene, const EmbeddingHistory& history,
                                    const MapNames& names) {
    std::vector<LengthLine> lines;
    for (const Ruler& ruler : rulersBetween(scene.measured))
        if (std::max(ruler.from, ruler.to) < names.size())
            lines.push_back({ruler, names.word(ruler.from) + u'–' + names.word(ruler.to),
                             history.lengths(ruler.from, ruler.to, scene.measure)});
    return lines;
}

WordMapFigure::WordMapFigure(const MapScene& scene, const EmbeddingHistory& history)
    : m_scene(scene)
    , m_history(history) {}

QString WordMapFigure::title() const {
    return tr("Word map");
}

QSizeF WordMapFigure::sizeFor(const QSizeF& shown, const FigureLook& look) {
    return shown.expandedTo(QSizeF(kLeastWidth, kLeastHeight) * look.scale);
}

double WordMapFigure::paintHeader(QPainter& painter, const QSizeF& size, const FigureLook& look) const {
    if (!look.header)
        return kPadding;
    const double high = kHeader * look.scale;
    const QRectF place(kPadding, 0, size.width() - 2 * kPadding, high);
    const QFont bold = Theme::font(TextRole::PanelTitle, look.scale);
    painter.setFont(bold);
    painter.setPen(look.theme->color(Token::Text));
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, title());
    if (!m_scene.isComplete())
        return high;
    const Projection& map = *m_scene.trail.now();
    painter.setFont(Theme::font(TextRole::Body, look.scale));
    painter.setPen(look.theme->color(Token::Text2));
    painter.drawText(place.adjusted(QFontMetricsF(bold).horizontalAdvance(title()) + kGap, 0, 0, 0),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     MapNote::method(map.method) + QStringLiteral(" · ") + MapNote::state(map));
    return high;
}

/// At the lower edge; gives back where it begins.
double WordMapFigure::paintNote(QPainter& painter, const QSizeF& size, const FigureLook& look) const {
    painter.setFont(Theme::font(TextRole::Axis, look.scale));
    const QString text = MapNote::text(*m_scene.trail.now(), m_scene.things->dimensions);
    const QRectF wanted(kPadding, 0, size.width() - 2 * kPadding, size.height());
    const double high = painter.boundingRect(wanted, Qt::TextWordWrap, text).height();
    const double top = size.height() - kPadding - high;
    painter.setPen(look.theme->color(Token::Text2));
    painter.drawText(QRectF(wanted.left(), top, wanted.width(), high), Qt::TextWordWrap, text);
    return top;
}

void WordMapFigure::paint(QPainter& painter, const QSizeF& size, const FigureLook& look) {
    painter.setRenderHints(QPainter::TextAntialiasing | QPainter::Antialiasing);
    painter.fillRect(QRectF(QPointF(), size), look.theme->color(Token::Surface));
    const double top = paintHeader(painter, size, look);
    if (!m_scene.isComplete())
        return;
    double bottom = paintNote(painter, size, look) - kGap / 2;
    const QRectF across(kPadding, 0, size.width() - 2 * kPadding, size.height());
    bottom -= paintGroupLegend(nullptr, *m_scene.things, across, look);
    paintGroupLegend(&painter, *m_scene.things, QRectF(across.left(), bottom, across.width(), 1), look);
    QRectF map(across.left(), top, across.width(), bottom - kGap / 2 - top);
    if (!rulersBetween(m_scene.measured).empty()) {
        QRectF lengths = map;
        if (size.width() >= kWide * look.scale) {
            map.setWidth(map.width() * (1 - kLengthsShare) - kGap);
            lengths.setLeft(map.right() + kGap);
        } else {
            map.setHeight(map.height() * (1 - kLengthsShare) - kGap);
            lengths.setTop(map.bottom() + kGap);
        }
        m_map.names().setThings(m_scene.things);
        m_lengths.setLines(lengthLines(m_scene, m_history, m_map.names()),
                           LengthChart::axisText(m_scene.measure), LengthChart::epochText());
        m_lengths.paint(painter, lengths, *look.theme, look.scale);
    }
    m_map.layOut(m_scene, map, {look.theme, look.scale, 1, true});
    m_map.paint(painter, m_scene);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(look.theme->color(Token::Line), 1));
    painter.drawRect(map);
}

QList<QStringList> WordMapFigure::thingRows() const {
    QList<QStringList> rows;
    if (!m_scene.isComplete())
        return rows;
    const Embeddings& things = *m_scene.things;
    const Projection& map = *m_scene.trail.now();
    for (std::int64_t thing = 0; thing < things.size(); ++thing) {
        const int group = m_scene.groupOf(thing);
        const bool named = group >= 0 && group < std::ssize(things.groupNames);
        QStringList row{"point",
                        QString::number(map.epoch),
                        QString::number(map.step),
                        label(things, thing),
                        "",
                        named ? QString::fromStdString(things.groupNames[static_cast<std::size_t>(group)])
                              : ""};
        for (int axis = 0; axis < 3; ++axis) {
            const auto place = static_cast<std::size_t>(thing * map.dimensions + axis);
            row << (axis < map.dimensions ? tableNumber(double(map.places[place])) : QString());
        }
        rows << (row << QString() << QString());
    }
    return rows;
}

QList<QStringList> WordMapFigure::lengthRows() const {
    QList<QStringList> rows;
    if (!m_scene.isComplete())
        return rows;
    for (const Ruler& ruler : rulersBetween(m_scene.measured)) {
        const auto cosines = m_history.lengths(ruler.from, ruler.to, Nearness::Cosine);
        const auto distances = m_history.lengths(ruler.from, ruler.to, Nearness::Euclidean);
        for (std::size_t i = 0; i < cosines.size(); ++i)
            rows << QStringList{"length",
                                tableNumber(cosines[i].epoch),
                                QString::number(cosines[i].step),
                                label(*m_scene.things, ruler.from),
                                label(*m_scene.things, ruler.to),
                                "",
                                "",
                                "",
                                "",
                                tableNumber(cosines[i].length),
                                tableNumber(distances[i].length)};
    }
    return rows;
}

QByteArray WordMapFigure::csv() const {
    return csvTable(QList<QStringList>{kColumns} + thingRows() + lengthRows());
}

QString WordMapFigure::numbers() const {
    return tabbedTable(QList<QStringList>{kColumns} + thingRows() + lengthRows());
}

} // namespace neurarium
