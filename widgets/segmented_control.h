// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QStringList>

class QButtonGroup;

namespace neurarium {

/// Buttons side by side in one frame, of which one is chosen: speed, language, filter of the lessons.
/// The arrow keys move between them.
class SegmentedControl : public QFrame {
    Q_OBJECT
public:
    explicit SegmentedControl(QWidget* parent = nullptr);

    /// Replaces the words; the chosen place stays if there is one.
    void setSegments(const QStringList& words);
    void setToolTips(const QStringList& tips);
    int chosen() const;
    /// Chooses without a signal.
    void setChosen(int index);
    /// With less air around the words, where there is little room.
    void setTight(bool tight);
    int count() const;

signals:
    /// The user chose another one.
    void chosenChanged(int index);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void restyle();
    void chooseByKey(int index);

    QButtonGroup* m_group;
    bool m_styling = false;
    bool m_tight = false;
};

} // namespace neurarium
