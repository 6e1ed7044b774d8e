// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include <QWidget>

#include "app/panel_catalogue.h"

class QGridLayout;

namespace neurarium {

class Lab;
class LossChart;
class Panel;

/// The middle of the window: the loss chart and up to three views from the panel catalogue. In a low window
/// the chart and one view, the others behind tabs in its header. Views that cannot be seen cost nothing.
class Stage : public QWidget {
    Q_OBJECT
public:
    explicit Stage(Lab& lab, QWidget* parent = nullptr);

    /// Shows these views beside the loss chart, at most three.
    void setPanels(const std::vector<std::string>& ids);
    /// Shows one more view, to the front, until it is closed: beside them, or in place of the second of
    /// three.
    void open(const std::string& id);
    void close(const std::string& id);
    void setCompact(bool compact);
    LossChart& lossChart() { return *m_chart; }
    /// A view that is on the stage; null when it is not.
    QWidget* view(const std::string& id) const;
    /// What the views that can be seen want from the session.
    Wanted wanted() const;

signals:
    void wantedChanged(const neurarium::Wanted& wanted);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct View {
        const PanelKind* kind = nullptr;
        StagePanel panel;
    };

    View& viewOf(const std::string& id);
    void showViews(const std::vector<std::string>& ids, const std::string& front);
    void layOut();
    void placeWide();
    void placeLed();
    void placeCompact();
    void maximise(QWidget* widget, bool maximised);
    void addTabs(const std::vector<std::string>& ids);
    void retranslate();

    Lab& m_lab;
    LossChart* m_chart;
    QWidget* m_floor; ///< in no layout: what changes inside the views does not lay out the window anew
    QGridLayout* m_grid;
    std::map<std::string, View> m_views; ///< all that were ever shown
    std::vector<std::string> m_usual;    ///< those of the lesson or the experiment
    std::vector<std::string> m_shown;    ///< the same, or with one that was opened
    std::string m_front;                 ///< in a low window: the view before the tabs
    std::string m_frontBefore;           ///< a view was opened
    QWidget* m_maximised = nullptr;
    bool m_compact = false;
};

} // namespace neurarium
