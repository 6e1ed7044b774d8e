// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <QWidget>

#include "app/lab.h"
#include "widgets/top_bar.h"

class QSplitter;

namespace neurarium {

class Appearance;
class ErrorBanner;
class GuideView;
class RecipePanel;
class Settings;
class Stage;
class TimelineView;

/// The laboratory: controls on top, recipe left, stage in the middle, guide right, timeline below; and the
/// wires between those views and the lab.
class LabPage : public QWidget {
    Q_OBJECT
public:
    LabPage(Lab& lab, Appearance& appearance, Settings& settings, QWidget* parent = nullptr);

    TopBar& topBar() { return *m_topBar; }
    Stage& stage() { return *m_stage; }
    RecipePanel& recipe() { return *m_recipe; }
    TimelineView& timeline() { return *m_timeline; }
    GuideView& guide() { return *m_guide; }
    ErrorBanner& banner() { return *m_banner; }

    /// The views of a lesson; without them those that suit the experiment.
    void setPanels(const std::vector<std::string>& panels) { m_panels = panels; }
    /// Without a lesson there is no guide.
    void setGuideShown(bool shown);
    void setGuideOpen(bool open);
    bool isGuideOpen() const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void connectTopBar();
    void connectRecipe();
    void connectExperiment();
    void connectHistory();
    void connectTrouble();
    void showPhase(LabPhase phase);
    void showRun(const NetworkGraph& graph);
    void showPlace(const StepPlace& place);
    void showTimeline(const Timeline& timeline);
    void showDivergence(const DivergenceReport& report);
    void showProgress();
    void showSampleNotes();
    void fitWindow();

    Lab& m_lab;
    Appearance& m_appearance;
    Settings& m_settings;
    TopBar* m_topBar = nullptr;
    ErrorBanner* m_banner = nullptr;
    QSplitter* m_middle = nullptr;
    RecipePanel* m_recipe = nullptr;
    Stage* m_stage = nullptr;
    GuideView* m_guide = nullptr;
    TimelineView* m_timeline = nullptr;
    std::vector<std::string> m_panels;
    Progress m_progress;
    DivergenceReport m_divergence;
    bool m_canRepair = false;
    bool m_narrow = false;
};

} // namespace neurarium
