// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "report/error.h"

class QHBoxLayout;
class QLabel;
class QStackedLayout;
class QTimer;
class QToolButton;
class QVBoxLayout;

namespace neurarium {

class ElidedLabel;
class Figure;
class FigureExportMenu;
class SteadyRoom;

/// The frame of every view on the stage: a header with title, note and tools, a body and perhaps a foot.
/// It shows when it has the focus, is frozen, has nothing to show, or waits.
class Panel : public QFrame {
    Q_OBJECT

public:
    explicit Panel(QWidget* parent = nullptr);

    void setTitle(const QString& title);
    QString title() const;
    /// A few words beside the title; they give way when there is no room.
    void setNote(const QString& note);
    QString note() const;
    /// Stands where title, note and header widgets stood (a row of tabs); null brings them back. The panel
    /// takes it over.
    void setTitleWidget(QWidget* widget);
    QWidget* titleWidget() const { return m_titleWidget; }

    void setBody(QWidget* body);
    QWidget* body() const { return m_body; }
    void setFoot(QWidget* foot);
    /// Puts a widget at the right of the header, before the tools.
    void addHeaderWidget(QWidget* widget);
    /// Adds a tool button before "maximise"; `text` is its tooltip and its name for screen readers.
    QToolButton* addTool(const QString& iconName, const QString& text);
    static void setToolText(QToolButton* tool, const QString& text);

    /// Adds the tool that exports a figure, which `shown` shows on the screen. Both must live as long.
    FigureExportMenu* addExport(Figure& figure, const QWidget& shown);

    /// Shown instead of the body while `setEmpty(true)`.
    void setEmptyPage(QWidget* page);
    void setEmpty(bool empty);
    bool isEmpty() const { return m_empty; }
    /// Shows that something is being worked out once it has taken half a second.
    void setWaiting(bool waiting);
    /// "frozen at epoch 24"; an empty text ends it.
    void setFrozen(const QString& note);
    bool isFrozen() const;

    /// What the header shows; whoever lays out the stage answers `maximiseRequested` and then says so here.
    void setMaximised(bool maximised);
    bool isMaximised() const { return m_maximised; }
    void setMaximisable(bool maximisable);
    /// A view that was opened for a while has a button that closes it; whoever lays out the stage does so.
    void setClosable(bool closable);

    /// Its parts take the height that there is: the layouts around it need not ask them again at every word
    /// that changes inside.
    bool hasHeightForWidth() const override { return false; }

signals:
    void maximiseRequested(bool maximised);
    void exported(const QString& path);
    void exportFailed(const neurarium::Problem& problem);
    void closeRequested();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    void buildHeader();
    void followFocus();
    void showPage();
    void retranslate();
    void recolor();
    void fitTool(QToolButton& tool) const;
    void fitHeader();

    bool m_empty = false;
    bool m_waiting = false;
    bool m_maximised = false;
    bool m_focusInside = false;
    QWidget* m_header;
    QHBoxLayout* m_headerLayout;
    QHBoxLayout* m_tools;
    QLabel* m_title;
    ElidedLabel* m_note;
    SteadyRoom* m_noteRoom;
    QWidget* m_titleWidget = nullptr;
    QLabel* m_snow;
    QWidget* m_filler; ///< keeps the tools at the right while tabs stand at the left
    QWidget* m_extras; ///< header widgets; they give way to tabs
    ElidedLabel* m_frozen;
    QToolButton* m_maximise = nullptr;
    QToolButton* m_export = nullptr;
    QToolButton* m_close = nullptr;
    QVBoxLayout* m_layout;
    QStackedLayout* m_pages;
    QWidget* m_body = nullptr;
    QWidget* m_emptyPage = nullptr;
    QWidget* m_waitingPage;
    QTimer* m_patience;
};

} // namespace neurarium
