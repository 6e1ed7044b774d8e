// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stage.h"

#include <algorithm>

#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QPointer>

#include "app/lab.h"
#include "app/panel_wish.h"
#include "widgets/loss_chart.h"
#include "widgets/panel.h"
#include "widgets/segmented_control.h"
#include "widgets/text_scale.h"

namespace neurarium {

namespace {

constexpr int kGap = 12;
constexpr std::size_t kMostViews = 3;
constexpr double kLargestTabs = 1.25; ///< text size

QString titleOf(const PanelKind& kind) {
    return QCoreApplication::translate("Stage", kind.title);
}

} // namespace

Stage::Stage(Lab& lab, QWidget* parent)
    : QWidget(parent)
    , m_lab(lab)
    , m_chart(new LossChart(this))
    , m_floor(new QWidget(this))
    , m_grid(new QGridLayout(m_floor)) {
    m_grid->setContentsMargins(kGap, kGap, kGap, kGap);
    m_grid->setSpacing(kGap);
    connect(m_chart, &Panel::maximiseRequested, this, [this](bool on) { maximise(m_chart, on); });
    m_chart->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    layOut();
}

Stage::View& Stage::viewOf(const std::string& id) {
    const auto found = m_views.find(id);
    if (found != m_views.end())
        return found->second;
    View& view = m_views[id];
    view.kind = panelKind(id);
    view.panel = view.kind->create(m_lab, this);
    // The grid's stretches alone decide how large a view is.
    view.panel.widget->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    for (Panel* panel : view.panel.panels) {
        connect(panel, &Panel::maximiseRequested, this,
                [this, widget = view.panel.widget](bool on) { maximise(widget, on); });
        connect(panel, &Panel::exportFailed, &m_lab, &Lab::problem);
        connect(panel, &Panel::closeRequested, this, [this, id] { close(id); });
    }
    if (view.panel.wish != nullptr)
        connect(view.panel.wish, &PanelWish::changed, this, [this] { emit wantedChanged(wanted()); });
    if (!view.kind->ownTitle)
        view.panel.panels.front()->setTitle(titleOf(*view.kind));
    return view;
}

QWidget* Stage::view(const std::string& id) const {
    const auto found = m_views.find(id);
    const bool shown = std::find(m_shown.begin(), m_shown.end(), id) != m_shown.end();
    return shown && found != m_views.end() ? found->second.panel.widget : nullptr;
}

void Stage::setPanels(const std::vector<std::string>& ids) {
    m_usual.clear();
    for (const std::string& id : ids)
        if (panelKind(id) != nullptr && m_usual.size() < kMostViews)
            m_usual.push_back(id);
    showViews(m_usual, m_usual.empty() ? std::string() : m_usual.front());
}

void Stage::open(const std::string& id) {
    std::vector<std::string> shown = m_shown;
    if (std::find(shown.begin(), shown.end(), id) == shown.end()) {
        m_frontBefore = m_front;
        shown = m_usual;
        if (shown.size() < kMostViews)
            shown.push_back(id);
        else
            shown[1] = id;
    }
    showViews(shown, id);
}

void Stage::close(const std::string& id) {
    if (std::find(m_usual.begin(), m_usual.end(), id) == m_usual.end())
        showViews(m_usual, m_frontBefore);
}

void Stage::showViews(const std::vector<std::string>& ids, const std::string& front) {
    m_shown = ids;
    for (const std::string& id : m_shown)
        for (Panel* panel : viewOf(id).panel.panels)
            panel->setClosable(std::find(m_usual.begin(), m_usual.end(), id) == m_usual.end());
    m_front = front;
    m_maximised = nullptr;
    layOut();
}

void Stage::setCompact(bool compact) {
    if (compact == m_compact)
        return;
    m_compact = compact;
    layOut();
}

void Stage::maximise(QWidget* widget, bool maximised) {
    m_maximised = maximised ? widget : nullptr;
    m_chart->setMaximised(m_maximised == m_chart);
    for (auto& [id, view] : m_views)
        for (Panel* panel : view.panel.panels)
            panel->setMaximised(m_maximised == view.panel.widget);
    layOut();
}

void Stage::layOut() {
    // Hiding takes the focus from what will be shown again.
    const QPointer<QWidget> focused = window()->focusWidget();
    while (QLayoutItem* item = m_grid->takeAt(0))
        delete item;
    for (int i = 0; i < 3; ++i) {
        m_grid->setColumnStretch(i, 0);
        m_grid->setRowStretch(i, 0);
    }
    m_chart->hide();
    for (auto& [id, view] : m_views) {
        view.panel.widget->hide();
        for (Panel* panel : view.panel.panels)
            panel->setTitleWidget(nullptr);
    }
    if (m_maximised != nullptr) {
        m_grid->addWidget(m_maximised, 0, 0);
        m_maximised->show();
    } else if (m_compact) {
        placeCompact();
    } else {
        placeWide();
    }
    if (focused && isAncestorOf(focused) && focused->isVisibleTo(this))
        focused->setFocus(Qt::OtherFocusReason);
    emit wantedChanged(wanted());
}

/// The chart at the upper left; one view beside it, or two rows of two.
void Stage::placeWide() {
    if (!m_shown.empty() && m_views.at(m_shown.front()).kind->leads) {
        placeLed();
        return;
    }
    std::vector<QWidget*> widgets{m_chart};
    for (const std::string& id : m_shown)
        widgets.push_back(m_views.at(id).panel.widget);
    const bool three = widgets.size() == 3;
    for (std::size_t i = 0; i < widgets.size(); ++i) {
        const int row = static_cast<int>(i) / 2, column = static_cast<int>(i) % 2;
        if (three && i == 1)
            m_grid->addWidget(widgets[i], 0, 1, 2, 1);
        else if (three && i == 2)
            m_grid->addWidget(widgets[i], 1, 0);
        else
            m_grid->addWidget(widgets[i], row, column, 1, widgets.size() == 1 ? 2 : 1);
        widgets[i]->show();
    }
    m_grid->setColumnStretch(0, three ? 1 : 3);
    m_grid->setColumnStretch(1, three ? 1 : widgets.size() > 1 ? 2 : 0);
    m_grid->setRowStretch(0, three ? 2 : 5);
    m_grid->setRowStretch(1, three ? 3 : widgets.size() > 2 ? 4 : 0);
}

/// The view that leads at the upper left, one beside it; the chart below, and the third view beside that.
void Stage::placeLed() {
    const View& first = m_views.at(m_shown.front());
    if (m_shown.size() == 1 && first.kind->tall) {
        m_grid->addWidget(first.panel.widget, 0, 0);
        m_grid->addWidget(m_chart, 0, 1);
        first.panel.widget->show();
        m_chart->show();
        m_grid->setColumnStretch(0, 2);
        m_grid->setColumnStretch(1, 1);
        m_grid->setRowStretch(0, 1);
        return;
    }
    std::vector<QWidget*> widgets;
    for (const std::string& id : m_shown)
        widgets.push_back(m_views.at(id).panel.widget);
    const bool two = widgets.size() > 1, three = widgets.size() > 2;
    m_grid->addWidget(widgets[0], 0, 0, 1, two ? 1 : 2);
    if (two)
        m_grid->addWidget(widgets[1], 0, 1);
    m_grid->addWidget(m_chart, 1, 0, 1, three ? 1 : 2);
    if (three)
        m_grid->addWidget(widgets[2], 1, 1);
    for (QWidget* each : widgets)
        each->show();
    m_chart->show();
    m_grid->setColumnStretch(0, 3);
    m_grid->setColumnStretch(1, 2);
    m_grid->setRowStretch(0, 5);
    m_grid->setRowStretch(1, 3);
}

void Stage::placeCompact() {
    m_grid->addWidget(m_chart, 0, 0);
    m_chart->show();
    m_grid->setColumnStretch(0, 1);
    m_grid->setRowStretch(0, 1);
    if (m_front.empty())
        return;
    const View& view = m_views.at(m_front);
    m_grid->addWidget(view.panel.widget, 0, 1);
    m_grid->setColumnStretch(1, 1);
    view.panel.widget->show();
    if (m_shown.size() > 1)
        addTabs(m_shown);
}

/// Where the words of all tabs have no room beside the tools, a list of them opens instead.
void Stage::addTabs(const std::vector<std::string>& ids) {
    QStringList titles;
    int current = 0;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        titles << titleOf(*m_views.at(ids[i]).kind);
        if (ids[i] == m_front)
            current = static_cast<int>(i);
    }
    const auto choose = [this, ids](int index) {
        m_front = ids[static_cast<std::size_t>(index)];
        // The tabs that were clicked go away with this.
        QMetaObject::invokeMethod(this, &Stage::layOut, Qt::QueuedConnection);
    };
    Panel* panel = m_views.at(m_front).panel.panels.front();
    if (textScale(this) > kLargestTabs) {
        auto* list = new QComboBox;
        list->addItems(titles);
        list->setCurrentIndex(current);
        connect(list, &QComboBox::activated, this, choose);
        panel->setTitleWidget(list);
        return;
    }
    auto* tabs = new SegmentedControl;
    tabs->setTight(true);
    tabs->setSegments(titles);
    tabs->setChosen(current);
    tabs->setMinimumWidth(tabs->sizeHint().width());
    connect(tabs, &SegmentedControl::chosenChanged, this, choose);
    panel->setTitleWidget(tabs);
}

Wanted Stage::wanted() const {
    Wanted sum;
    sum.slotViews = true; // the timeline is always there
    for (const std::string& id : m_shown) {
        const View& view = m_views.at(id);
        if (view.panel.widget->isHidden())
            continue;
        sum.predictions = sum.predictions || view.kind->wanted.predictions;
        sum.batchPictures = sum.batchPictures || view.kind->wanted.batchPictures;
        sum.playgroundSize = std::max(sum.playgroundSize, view.kind->wanted.playgroundSize);
        if (view.panel.wish == nullptr)
            continue;
        const Wanted& wish = view.panel.wish->wanted();
        if (!wish.sentence.empty()) {
            sum.sentence = wish.sentence;
            sum.headsOff = wish.headsOff;
            sum.headEffect = wish.headEffect;
        }
        sum.embeddings = sum.embeddings || wish.embeddings;
        if (wish.projection)
            sum.projection = wish.projection;
    }
    return sum;
}

void Stage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_floor->setGeometry(rect());
}

void Stage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange && m_compact)
        layOut();
    QWidget::changeEvent(event);
}

void Stage::retranslate() {
    for (auto& [id, view] : m_views)
        if (!view.kind->ownTitle)
            view.panel.panels.front()->setTitle(titleOf(*view.kind));
    if (m_compact)
        layOut();
}

} // namespace neurarium
