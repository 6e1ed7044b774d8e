// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/time_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace neurarium {

namespace {

struct MomentWords {
    Q_DECLARE_TR_FUNCTIONS(neurarium::MomentWords)
};

} // namespace

QString momentText(std::int64_t seconds, const QDateTime& now) {
    if (seconds == 0)
        return {};
    const QDateTime moment = QDateTime::fromSecsSinceEpoch(seconds);
    const QLocale words;
    const QString time = moment.toString(QStringLiteral("HH:mm"));
    if (moment.date() == now.date())
        return MomentWords::tr("today %1").arg(time);
    if (moment.date().year() == now.date().year())
        return QStringLiteral("%1, %2").arg(
            words.toString(moment.date(), MomentWords::tr("d MMM", "a date of this year")), time);
    return words.toString(moment.date(), MomentWords::tr("d MMM yyyy", "a date of another year"));
}

} // namespace neurarium
