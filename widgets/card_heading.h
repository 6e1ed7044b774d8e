// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace neurarium {

/// The heading of a card: icon, title, padlock, summary, chevron. It is one button.
class CardHeading : public QAbstractButton {
    Q_OBJECT
public:
    explicit CardHeading(QString icon, QWidget* parent = nullptr);

    void setSummary(const QString& summary);
    void setLocked(bool locked);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void describe();

    QString m_icon;
    QString m_summary;
    bool m_locked = false;
};

} // namespace neurarium
