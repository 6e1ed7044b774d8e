// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/problem_text.h"

#include <QCoreApplication>

#include "report/translated_message.h"

namespace neurarium {

namespace {

QString asSentence(QString text) {
    if (text.isEmpty())
        return text;
    constexpr QChar kFullStop = u'.';
    const QChar last = text.back();
    if (last != kFullStop && last != u'!' && last != u'?')
        text += kFullStop;
    return text;
}

} // namespace

QString translated(const Message& message) {
    const auto inWindowsLanguage = [](const char* text) {
        return QCoreApplication::translate("Problem", text).toStdString();
    };
    return QString::fromStdString(translatedMessage(message, inWindowsLanguage).english());
}

QString whatHappened(const Problem& problem) {
    const QString place = QString::fromStdString(problem.where);
    const QString what = asSentence(translated(problem.what));
    if (place.isEmpty())
        return what;
    return what.isEmpty() ? place : QStringLiteral("%1: %2").arg(place, what);
}

QString wholeText(const Problem& problem) {
    const QString what = whatHappened(problem);
    const QString advice = asSentence(translated(problem.advice));
    return advice.isEmpty() ? what : what + u' ' + advice;
}

} // namespace neurarium
