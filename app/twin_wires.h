// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QObject>
#include <QPointer>

#include "report/twin.h"
#include "session/twin_request.h"

namespace neurarium {

class Lab;
class LossChart;
class TimelineView;
class TwinDialog;

/// Trying one change: asks which one, has both twins trained, shows their difference while they train, and
/// says what came of it.
class TwinWires : public QObject {
    Q_OBJECT
public:
    TwinWires(Lab& lab, TimelineView& timeline, LossChart& chart, QObject* parent = nullptr);

private:
    void ask(const TwinStart& start);
    void tell(const TwinReport& report);

    Lab& m_lab;
    TimelineView& m_timeline;
    LossChart& m_chart;
    QPointer<TwinDialog> m_dialog;
};

} // namespace neurarium
