// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "widgets/embedding_history.h"
#include "widgets/map_things.h"
#include "widgets/panel.h"

class QHBoxLayout;
class QLabel;

namespace neurarium {

class MapCanvas;
class MapLegend;
class MapSide;
class MeasureBar;
class SearchField;
class SegmentedControl;
class SteadyRoom;
class WordMapFigure;

/// Words (or pictures) as points of a map that moves while the network trains. Words are found, chosen and
/// measured: all distances are those of the full space.
class WordMapPanel : public Panel {
    Q_OBJECT

public:
    explicit WordMapPanel(QWidget* parent = nullptr);
    ~WordMapPanel() override;

    /// What will stand on it; words unless told otherwise.
    void setKind(MapThings kind);
    void setEmbeddings(std::shared_ptr<const Embeddings> embeddings);
    /// Maps of another method or number of dimensions than the chosen one are not shown.
    void setProjection(std::shared_ptr<const Projection> projection);
    /// Nothing of what was shown is true any more: another run.
    void clear();

    ProjectionMethod method() const { return m_method; }
    int dimensions() const { return m_dimensions; }
    /// Chooses without a signal.
    void setMethod(ProjectionMethod method, int dimensions);

    MapCanvas* canvas() const { return m_canvas; }
    MapSide* side() const { return m_side; }
    SearchField* search() const { return m_search; }
    MeasureBar* measureBar() const { return m_bar; }
    SegmentedControl* methodChoice() const { return m_methods; }
    SegmentedControl* dimensionChoice() const { return m_flatOrSolid; }
    WordMapFigure& figure() { return *m_figure; }
    /// What the map hides, as it stands below it.
    QString hiddenText() const;

public slots:
    /// −1: none.
    void choose(qint64 thing);
    void toggleMeasured(qint64 thing);
    void setMeasure(neurarium::Nearness measure);
    /// Neighbours and lengths instead of the map, where there is no room for both.
    void setSideShown(bool shown);

signals:
    void projectionWanted(neurarium::ProjectionMethod method, int dimensions);
    void wordChosen(const QString& word);
    void wordsFound(int count);
    /// From the first measured word to the others, in the full space and the chosen measure; also when the
    /// network moved on.
    void measured(const QList<double>& lengths);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void buildControls();
    void connectParts();
    void askForMap();
    void showThings();
    void showNeighbours();
    void showMeasured();
    void showNote();
    void fit();
    void placeDimensionChoice();
    void retranslate();
    void explainNothing();

    MapThings m_kind = MapThings::Words;
    EmbeddingHistory m_history;
    std::vector<qint64> m_measuredThings;
    std::optional<qint64> m_current;
    ProjectionMethod m_method = ProjectionMethod::Pca;
    int m_dimensions = 2;
    Nearness m_measure = Nearness::Cosine;
    bool m_sideWanted = false;
    SegmentedControl *m_methods, *m_flatOrSolid;
    SearchField* m_search;
    MapCanvas* m_canvas;
    MapLegend* m_legend;
    QHBoxLayout* m_middle = nullptr; ///< the map, and what stands beside it
    MapSide* m_side;
    MeasureBar* m_bar;
    QWidget* m_controls;
    QLabel* m_note;
    SteadyRoom* m_noteRoom;
    QToolButton* m_sideTool;
    std::unique_ptr<WordMapFigure> m_figure;
};

} // namespace neurarium
