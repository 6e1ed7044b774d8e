// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/icon.h"

#include <QCache>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include "resources/resources.h"

namespace neurarium {

namespace {

QByteArray drawing(const QString& name, const QColor& color) {
    loadNeurariumResources();
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().replace("currentColor", color.name().toLatin1());
}

/// Renders the drawing at whatever size is asked for, so that icons stay sharp on every screen.
class DrawnIcon : public QIconEngine {
public:
    DrawnIcon(QString name, IconColor color)
        : m_name(std::move(name))
        , m_color(color) {}

    void paint(QPainter* painter, const QRect& place, QIcon::Mode mode, QIcon::State) override {
        const Token token = mode == QIcon::Disabled ? Token::Text3 : m_color.token;
        paintIcon(*painter, m_name, m_color.theme->color(token), place);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return picture;
    }

    QIconEngine* clone() const override { return new DrawnIcon(*this); }
    QString key() const override { return QStringLiteral("neurarium"); }

private:
    QString m_name;
    IconColor m_color;
};

QPixmap blank(int side, double pixelRatio) {
    QPixmap picture(QSize(side, side) * pixelRatio);
    picture.setDevicePixelRatio(pixelRatio);
    picture.fill(Qt::transparent);
    return picture;
}

} // namespace

QIcon icon(const QString& name, IconColor color) {
    loadNeurariumResources();
    if (!QFile::exists(QStringLiteral(":/icons/%1.svg").arg(name)))
        return {};
    return QIcon(new DrawnIcon(name, color));
}

/// Views ask for the same few at every redraw: they are drawn once.
QPixmap iconPixmap(const QString& name, IconColor color, int side, double pixelRatio) {
    const QColor shade = color.theme->color(color.token);
    const QString key =
        QStringLiteral("neurarium/%1/%2/%3/%4").arg(name, shade.name()).arg(side).arg(pixelRatio);
    QPixmap picture;
    if (QPixmapCache::find(key, &picture))
        return picture;
    picture = blank(side, pixelRatio);
    QPainter painter(&picture);
    paintIcon(painter, name, shade, QRectF(0, 0, side, side));
    painter.end();
    QPixmapCache::insert(key, picture);
    return picture;
}

QPixmap artPixmap(const QString& name, int side, double pixelRatio) {
    loadNeurariumResources();
    QPixmap picture = blank(side, pixelRatio);
    QSvgRenderer renderer(QStringLiteral(":/art/%1.svg").arg(name));
    if (!renderer.isValid())
        return picture;
    QSizeF size = renderer.defaultSize();
    size.scale(side, side, Qt::KeepAspectRatio);
    QPainter painter(&picture);
    renderer.render(&painter, QRectF(QPointF((side - size.width()) / 2, (side - size.height()) / 2), size));
    return picture;
}

/// The drawings that were read last stay: views paint the same few at every redraw.
void paintIcon(QPainter& painter, const QString& name, const QColor& color, const QRectF& place) {
    static QCache<QString, QSvgRenderer> known(200);
    const QString key = name + color.name();
    QSvgRenderer* renderer = known.object(key);
    if (renderer == nullptr) {
        renderer = new QSvgRenderer(drawing(name, color));
        renderer->setAspectRatioMode(Qt::KeepAspectRatio);
        known.insert(key, renderer);
    }
    if (renderer->isValid())
        renderer->render(&painter, place);
}

} // namespace neurarium
