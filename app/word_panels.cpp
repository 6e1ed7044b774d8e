// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/word_panels.h"

#include <QDirIterator>
#include <QFile>
#include <QLineEdit>
#include <QLocale>

#include "app/data_text.h"
#include "app/lab.h"
#include "app/token_lab.h"
#include "widgets/tokens_panel.h"

namespace neurarium {

namespace {

/// Everything that the lessons say, in both languages.
std::string lessonTexts() {
    QStringList files;
    for (QDirIterator lessons(QStringLiteral(":/lessons"), {QStringLiteral("*.md")}); lessons.hasNext();)
        files << lessons.next();
    files.sort();
    std::string text;
    for (const QString& name : files) {
        QFile file(name);
        if (file.open(QIODevice::ReadOnly))
            text += file.readAll().toStdString();
    }
    return text;
}

QString firstSentence() {
    return QLocale().language() == QLocale::Korean ? QStringLiteral("고양이가 잔다. 그것은 따뜻하다.")
                                                   : QStringLiteral("The cat sleeps. It is warm.");
}

/// What the experiment trains on, or what the lessons say where it has no text.
void takeCorpus(const Lab& lab, TokenLab& work) {
    const auto split = lab.data();
    const auto own = split ? split->training->description().tokenizer : nullptr;
    if (own)
        work.setCorpus([experiment = lab.experiment(), split] { return dataText(experiment, *split); }, own);
    else
        work.setCorpus(lessonTexts, nullptr);
}

} // namespace

StagePanel createTokens(Lab& lab, QWidget* parent) {
    auto* panel = new TokensPanel(parent);
    auto* work = new TokenLab(panel);
    QObject::connect(work, &TokenLab::cutsReady, panel, &TokensPanel::setCuts);
    QObject::connect(work, &TokenLab::mergesReady, panel, &TokensPanel::setMergeState);
    QObject::connect(work, &TokenLab::mergeProgress, panel, &TokensPanel::setMergeProgress);
    QObject::connect(work, &TokenLab::vocabularyReady, panel, &TokensPanel::setVocabulary);
    QObject::connect(panel, &TokensPanel::textAsked, work, &TokenLab::cut);
    QObject::connect(panel, &TokensPanel::mergeRequested, work, &TokenLab::merge);
    QObject::connect(panel, &TokensPanel::machineRequested, work, &TokenLab::mergeOn);
    QObject::connect(panel, &TokensPanel::machineCancelled, work, &TokenLab::cancel);
    QObject::connect(panel, &TokensPanel::mergesCleared, work, &TokenLab::clearMerges);
    QObject::connect(panel, &TokensPanel::vocabularyWanted, work, &TokenLab::fetchVocabulary);
    panel->setText(firstSentence());
    const auto begin = [&lab, panel, work] {
        panel->setMergeProgress(0, 0); // of the text before
        takeCorpus(lab, *work);
        work->cut(panel->field().text());
    };
    QObject::connect(&lab, &Lab::dataRead, work, begin);
    begin();
    return {panel, {panel}};
}

} // namespace neurarium
