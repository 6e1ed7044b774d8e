// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/twin_wires.h"

#include "app/lab.h"
#include "app/twin_options.h"
#include "widgets/loss_chart.h"
#include "widgets/recipe_words.h"
#include "widgets/timeline_view.h"
#include "widgets/twin_text.h"

namespace neurarium {

TwinWires::TwinWires(Lab& lab, TimelineView& timeline, LossChart& chart, QObject* parent)
    : QObject(parent)
    , m_lab(lab)
    , m_timeline(timeline)
    , m_chart(chart) {
    SavedGames& saves = m_lab.saves();
    connect(&m_timeline, &TimelineView::twinRequested, &saves, &SavedGames::prepareTwin);
    connect(&saves, &SavedGames::twinPrepared, this, [this](const auto& start) { ask(*start); });
    connect(&saves, &SavedGames::twinFinished, this, [this](const auto& report) { tell(*report); });
    connect(&m_lab, &Lab::experimentChanged, this, [this] {
        if (m_dialog)
            m_dialog->reject();
    });
}

void TwinWires::ask(const TwinStart& start) {
    if (m_dialog) // asked for twice
        return;
    const QString step = tr("epoch %1, step %2").arg(countText(start.from.epoch), countText(start.from.step));
    const QString words =
        start.from.letter.empty()
            ? step
            : QStringLiteral("%1 (%2)").arg(QString::fromStdString(start.from.letter), step);
    m_dialog = new TwinDialog({words, start.stepsPerEpoch, start.stepInEpoch},
                              twinOptions(start, m_lab.experiment()), m_timeline.window());
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &QDialog::accepted, this, [this, start, dialog = m_dialog.data()] {
        m_timeline.setNotice({});
        m_chart.setDifferenceShown(true);
        m_lab.saves().runTwin(start.from.id, twinChange(start, dialog->chosen(), dialog->after()),
                              dialog->steps());
    });
    m_dialog->open();
}

void TwinWires::tell(const TwinReport& report) {
    m_timeline.setNotice(twinText(report),
                         isWithoutResult(report) ? TimelineStatus::Tone::Bad : TimelineStatus::Tone::Good);
}

} // namespace neurarium
