// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "widgets/written_tokens.h"

namespace neurarium {

/// The tokens of a text on the screen; one of them, or the empty box for the next, can be chosen with the
/// mouse or the arrow keys.
class PromptStrip : public QWidget {
    Q_OBJECT
public:
    explicit PromptStrip(QWidget* parent = nullptr);

    void setTokens(const std::vector<WrittenToken>& tokens);
    const std::vector<WrittenToken>& tokens() const { return m_tokens; }
    /// Without a signal; the number of tokens is the empty box.
    void setChosen(std::optional<int> token);
    std::optional<int> chosen() const { return m_chosen; }
    /// Where a token is drawn; null when it is not.
    QRectF boxOf(int token) const;
    /// "“sleeps”, written with 46 %".
    QString textOf(int token) const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void tokenChosen(int token);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    void layOut();
    void describe();
    void walk(int places);

    std::vector<WrittenToken> m_tokens;
    std::optional<int> m_chosen;
    WrittenTokens m_boxes;
};

} // namespace neurarium
