// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include <QObject>

namespace neurarium {

class GuideView;
class Lab;

/// Leads through a lesson: reads its text in the language of the window, shows its steps in the guide, and ticks
/// tasks off by watching the lab ("switch dropout off", "reach 85 %", "go back to B").
class LessonGuide : public QObject {
    Q_OBJECT
public:
    LessonGuide(Lab& lab, GuideView& view, QObject* parent = nullptr);
    ~LessonGuide() override;

    /// Begins a lesson; an empty id shows none.
    void open(const std::string& lesson);
    const std::string& lesson() const;
    /// The lesson's title in the language of the window; empty without a lesson.
    QString title() const;
    /// Reads the text again in another language; ticks stay.
    void retranslate();

signals:
    /// "Show me": the name of a place of the window ("dropout", "timeline", "chart" ...).
    void showMeRequested(const QString& place);

private:
    struct Content;
    std::unique_ptr<Content> m_content;
};

} // namespace neurarium
