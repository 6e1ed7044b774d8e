// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/show_me.h"

#include <map>

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QPointer>

#include "app/lab_page.h"
#include "app/stage.h"
#include "widgets/data_card.h"
#include "widgets/loss_chart.h"
#include "widgets/network_card.h"
#include "widgets/recipe_panel.h"
#include "widgets/status_line.h"
#include "widgets/theme.h"
#include "widgets/timeline_view.h"
#include "widgets/training_card.h"

namespace neurarium {

namespace {

/// A see-through frame over the window that lets the mouse pass.
class Ring : public QWidget {
public:
    explicit Ring(QWidget& around)
        : QWidget(around.window())
        , m_around(&around) {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAttribute(Qt::WA_DeleteOnClose);
        follow();
        qApp->installEventFilter(this);
        show();
        raise();
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override {
        constexpr int kWidth = 3;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(Theme::of(this).color(Token::Text), kWidth));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 8, 8);
    }

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (m_around.isNull() || event->type() == QEvent::MouseButtonPress)
            close();
        else if (watched == m_around && (event->type() == QEvent::Move || event->type() == QEvent::Resize))
            follow();
        return QWidget::eventFilter(watched, event);
    }

private:
    void follow() {
        constexpr int kAir = 4;
        const QPoint corner = m_around->mapTo(m_around->window(), QPoint(0, 0));
        setGeometry(QRect(corner, m_around->size()).adjusted(-kAir, -kAir, kAir, kAir));
    }

    QPointer<QWidget> m_around;
};

} // namespace

QWidget* placeOf(const QString& name, LabPage& page) {
    TopBar& bar = page.topBar();
    const std::map<QString, QWidget*> places{
        {"train", bar.trainButton()},
        {"step", bar.stepButton()},
        {"restart", bar.restartButton()},
        {"speed", bar.speedSelector()},
        {"chart", &page.stage().lossChart()},
        {"sentence", &page.stage().lossChart().statusLine()},
        {"timeline", &page.timeline()},
        {"recipe", &page.recipe()},
        {"data", page.recipe().dataCard()},
        {"augmentation", page.recipe().dataCard()},
        {"labels", page.recipe().dataCard()},
        {"network", page.recipe().networkCard()},
        {"training", page.recipe().trainingCard()},
        {"dropout", page.recipe().trainingCard()},
        {"learning-rate", page.recipe().trainingCard()},
        {"predictions", page.stage().view("predictions")},
        {"confusion", page.stage().view("confusion")},
        {"batch", page.stage().view("batch")},
        {"decision", page.stage().view("decision")},
        {"drawing", page.stage().view("network")},
        {"tokens", page.stage().view("tokens")},
        {"attention", page.stage().view("attention")},
        {"word-map", page.stage().view("word-map")},
    };
    const auto found = places.find(name);
    return found == places.end() ? nullptr : found->second;
}

void ringAround(QWidget& widget) {
    new Ring(widget); // deletes itself when it closes
}

} // namespace neurarium
