// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QStringList>
#include <QWidget>

#include "widgets/map_things.h"

class QLabel;
class QToolButton;

namespace neurarium {

/// The words that are measured, each with a cross that takes it out, and a plus for the word that was chosen.
class MeasureBar : public QWidget {
    Q_OBJECT
public:
    explicit MeasureBar(QWidget* parent = nullptr);

    void setKind(MapThings kind);
    /// `candidate` is the chosen word when it may be added.
    void setWords(const QStringList& measured, const std::optional<QString>& candidate);
    const QStringList& measured() const { return m_measured; }
    QToolButton* addButton() const { return m_add; }

signals:
    void removeRequested(int place);
    void addRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void showWords();

    MapThings m_kind = MapThings::Words;
    QStringList m_measured;
    std::optional<QString> m_candidate;
    QLabel* m_title;
    QLabel* m_hint;
    QToolButton* m_add;
    std::vector<QToolButton*> m_chips;
};

} // namespace neurarium
