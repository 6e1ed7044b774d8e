// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>

#include <QWidget>

#include "report/attention_maps.h"
#include "widgets/attention_figure.h"

class QBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace neurarium {

class AttentionMap;
class HeadGrid;

/// All heads small and one of them large, with what a class does to that one: switch it off, write a note on
/// it. The program never names a head.
class AttentionPage : public QWidget {
    Q_OBJECT

public:
    explicit AttentionPage(QWidget* parent = nullptr);

    void setMaps(const std::shared_ptr<const AttentionMaps>& maps);
    void setNotes(const std::map<HeadPlace, QString>& notes);
    void setChosen(HeadPlace place);
    HeadPlace chosen() const;
    AttentionMap& map() { return *m_map; }
    HeadGrid& grid() { return *m_grid; }
    QPushButton& switchButton() { return *m_switch; }
    /// There while the head is off.
    QPushButton& sentencesButton() { return *m_sentences; }
    QLineEdit& note() { return *m_note; }
    /// What is on the screen, for a file.
    AttentionFigure::Content content() const;

signals:
    void headChosen(neurarium::HeadPlace place);
    void cellChosen(int row, int column);
    void headSwitched(neurarium::HeadPlace place, bool off);
    void noteEdited(neurarium::HeadPlace place, const QString& note);
    /// Which sentences break without the heads that are off?
    void sentencesAsked();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void stepHead(int by);
    void editNote();
    std::size_t indexOf(HeadPlace place) const;
    const AttentionHead* chosenHead() const;
    void showHead();
    static QString numbersText(double entropy, double distance);
    void fitWidths();
    void fitFoot();
    void recolor();

    std::shared_ptr<const AttentionMaps> m_maps;
    std::map<HeadPlace, QString> m_notes;
    HeadGrid* m_grid;
    AttentionMap* m_map;
    QLabel *m_name, *m_numbers;
    QPushButton *m_switch, *m_sentences;
    QLineEdit* m_note;
    QLabel* m_pencil;
    QWidget* m_left;
    QBoxLayout* m_foot;
};

} // namespace neurarium
