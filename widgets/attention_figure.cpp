// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/attention_figure.h"

#include <limits>

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainter>

#include "widgets/attention_painter.h"
#include "widgets/attention_words.h"
#include "widgets/csv_text.h"
#include "widgets/head_grid_painter.h"
#include "widgets/recipe_words.h"
#include "widgets/token_text.h"
#include "widgets/weight_image.h"

namespace neurarium {

namespace {

constexpr double kHeader = 40;
constexpr double kPadding = 14;
constexpr double kFoot = 30;
constexpr double kHeads = 0.36;   ///< of the width
constexpr int kMostShapes = 64;   ///< tokens; longer texts are one picture also in drawings
constexpr int kFilePixels = 2048; ///< a side of that picture
constexpr double kLegend = 220;

bool isDrawing(const QPainter& painter) {
    const QPaintEngine* engine = painter.paintEngine();
    return engine != nullptr && engine->type() != QPaintEngine::Raster;
}

/// As it is shown, in quotes: tabs and line ends are words there.
QByteArray field(const std::string& token, char divider) {
    return divider == ',' ? csvField(tokenText(token)) : tokenText(token).toUtf8();
}

} // namespace

QString AttentionFigure::title() const {
    return tr("Attention");
}

void AttentionFigure::paint(QPainter& painter, const QSizeF& size, const FigureLook& look) {
    m_content = m_now();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.fillRect(QRectF(QPointF(), size), look.theme->color(Token::Surface));
    const double header = look.header ? kHeader * look.scale : 0;
    const double padding = kPadding * look.scale;
    if (look.header)
        paintHeader(painter, QRectF(padding, 0, size.width() - 2 * padding, header), look);
    if (!m_content.maps || m_content.head >= m_content.maps->heads.size())
        return;
    const QRectF body = QRectF(QPointF(), size).adjusted(padding, header, -padding, -padding);
    const double heads =
        std::min(body.width() * kHeads,
                 HeadGridPainter::sizeFor(*m_content.maps, 64 * look.scale, look.scale).width());
    paintHeads(painter, QRectF(body.topLeft(), QSizeF(heads, body.height())), look);
    paintMap(painter, body.adjusted(heads + padding, 0, 0, 0), look);
}

void AttentionFigure::paintHeader(QPainter& painter, const QRectF& place, const FigureLook& look) const {
    const QFont bold = Theme::font(TextRole::PanelTitle, look.scale);
    painter.setFont(bold);
    painter.setPen(look.theme->color(Token::Text));
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, title());
    if (!m_content.maps)
        return;
    const QFont plain = Theme::font(TextRole::Axis, look.scale);
    const double left = QFontMetricsF(bold).horizontalAdvance(title()) + 12;
    const QString words = tr("the left word looks at the upper words, epoch %1, step %2")
                              .arg(countText(m_content.maps->epoch), countText(m_content.maps->step));
    painter.setFont(plain);
    painter.setPen(look.theme->color(Token::Text2));
    const QRectF rest = place.adjusted(left, 0, 0, 0);
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                     fittedText(words, QFontMetricsF(plain), rest.width()));
}

void AttentionFigure::paintHeads(QPainter& painter, const QRectF& place, const FigureLook& look) const {
    const AttentionMaps& maps = *m_content.maps;
    const QFont plain = Theme::font(TextRole::Axis, look.scale),
                bold = Theme::boldFont(TextRole::Body, look.scale);
    const QFontMetricsF small(plain), large(bold);
    const double notes = m_content.note.isEmpty() ? 0 : small.height() + 4;
    const double foot = large.height() + small.height() + notes + 8;
    const HeadGridPainter heads(maps, place.adjusted(0, 0, 0, -foot), look.scale);
    std::vector<WeightImage> images(maps.heads.size(),
                                    WeightImage(isDrawing(painter) ? kMostShapes * 4 : 128));
    for (std::size_t i = 0; i < images.size(); ++i)
        images[i].show(m_content.maps, i);
    const AttentionHead& head = maps.heads[m_content.head];
    heads.paint(painter, images, head.place, *look.theme);

    QRectF line(place.left(), heads.placeOf({maps.blocks - 1, 0}).bottom() + 12, place.width(),
                large.height());
    const auto write = [&](const QFont& font, Token token, const QString& text) {
        painter.setFont(font);
        painter.setPen(look.theme->color(token));
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         fittedText(text, QFontMetricsF(font), line.width()));
        line.translate(0, line.height());
    };
    const QString name = HeadGridPainter::headName(head.place);
    write(bold, Token::Text, head.off ? tr("%1, switched off").arg(name) : name);
    write(plain, Token::Text2,
          tr("entropy %1 bits, distance %2").arg(head.entropy, 0, 'f', 2).arg(head.distance, 0, 'f', 2));
    if (!m_content.note.isEmpty())
        write(plain, Token::Text, m_content.note);
}

void AttentionFigure::paintMap(QPainter& painter, const QRectF& place, const FigureLook& look) const {
    const AttentionMaps& maps = *m_content.maps;
    const EdgeTexts edge(AttentionWords::tokens(maps), look.scale);
    const double foot = kFoot * look.scale;
    const AttentionLayout layout(edge, {place.adjusted(0, 0, 0, -foot), m_content.window, m_content.marked});
    WeightImage cells(std::numeric_limits<int>::max());
    cells.show(m_content.maps, m_content.head);
    const AttentionPainter::Scene scene{
        layout, *look.theme, look.scale, static_cast<int>(maps.tokens.size()), maps.causal, m_content.marked};
    AttentionPainter parts(painter, scene);
    parts.edges();
    const bool drawing = isDrawing(painter);
    const bool shapes = drawing && layout.window().count <= kMostShapes;
    QImage image = cells.image();
    // Programs that show drawings smooth small pictures: they are given a large one.
    if (drawing && !shapes && !image.isNull() && image.width() < kFilePixels)
        image = image.scaled(image.size() * (kFilePixels / image.width()), Qt::IgnoreAspectRatio,
                             Qt::FastTransformation);
    parts.weights(image, shapes);
    if (maps.heads[m_content.head].off)
        parts.strike();
    parts.marks();
    if (const auto cell = m_content.marked)
        parts.label(AttentionWords::pair(edge.texts[cell->row], edge.texts[cell->column]),
                    AttentionWords::share(AttentionWords::weight(maps, m_content.head, *cell)), place);
    const double wide = std::min(kLegend * look.scale, place.width());
    AttentionPainter::legend(painter, *look.theme, look.scale,
                             QRectF(place.right() - wide, place.bottom() - foot, wide, foot));
}

QByteArray AttentionFigure::tokenNames(char divider) const {
    QByteArray names;
    for (const std::string& token : m_content.maps->tokens)
        names += divider + field(token, divider);
    return names + '\n';
}

QByteArray AttentionFigure::rowOf(const AttentionHead& head, std::size_t token, char divider) const {
    const std::size_t count = m_content.maps->tokens.size();
    QByteArray row;
    for (std::size_t column = 0; column < count; ++column) {
        row += divider;
        if (!m_content.maps->causal || column <= token)
            row += csvNumber(static_cast<double>(head.weights[token * count + column]));
    }
    return row + '\n';
}

QByteArray AttentionFigure::csv() const {
    m_content = m_now();
    QByteArray csv("epoch,step,layer,head,off,entropy_bits,distance,place,token");
    if (!m_content.maps)
        return csv + '\n';
    const AttentionMaps& maps = *m_content.maps;
    csv += tokenNames(',');
    for (const AttentionHead& head : maps.heads) {
        if (head.weights.size() != maps.tokens.size() * maps.tokens.size())
            continue;
        const QList<QByteArray> start{QByteArray::number(qlonglong(maps.epoch)),
                                      QByteArray::number(qlonglong(maps.step)),
                                      QByteArray::number(head.place.block + 1),
                                      QByteArray::number(head.place.head + 1),
                                      head.off ? "1" : "0",
                                      csvNumber(head.entropy),
                                      csvNumber(head.distance)};
        const QByteArray begin = start.join(',');
        for (std::size_t token = 0; token < maps.tokens.size(); ++token)
            csv += begin + ',' + QByteArray::number(qlonglong(token + 1)) + ',' +
                   field(maps.tokens[token], ',') + rowOf(head, token, ',');
    }
    return csv;
}

QString AttentionFigure::numbers() const {
    m_content = m_now();
    if (!m_content.maps || m_content.head >= m_content.maps->heads.size())
        return {};
    const AttentionMaps& maps = *m_content.maps;
    const AttentionHead& head = maps.heads[m_content.head];
    if (head.weights.size() != maps.tokens.size() * maps.tokens.size())
        return {};
    QByteArray table = HeadGridPainter::headName(head.place).toUtf8() + tokenNames('\t');
    for (std::size_t token = 0; token < maps.tokens.size(); ++token)
        table += field(maps.tokens[token], '\t') + rowOf(head, token, '\t');
    return QString::fromUtf8(table);
}

} // namespace neurarium
