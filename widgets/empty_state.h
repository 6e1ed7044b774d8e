// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace neurarium {

/// What a view shows instead of nothing: what is missing, one way to get it, and one sample.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(QWidget* parent = nullptr);

    void setIcon(const QString& name);
    void setTexts(const QString& title, const QString& line);
    /// Buttons with empty texts are not shown, as at first.
    void setPrimary(const QString& text, const QString& iconName = {});
    void setSample(const QString& text);

signals:
    void primaryClicked();
    void sampleClicked();

protected:
    void changeEvent(QEvent* event) override;

private:
    void recolor();

    QString m_primaryIcon;
    QWidget* m_frame;
    QLabel* m_title;
    QLabel* m_line;
    QPushButton* m_primary;
    QPushButton* m_sample;
};

} // namespace neurarium
