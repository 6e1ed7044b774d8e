// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "app/head_notes.h"
#include "report/error.h"

using namespace neurarium;

class HeadNotesTest : public QObject {
    Q_OBJECT
private slots:
    void comeBackAsTheyWereWritten();
    void strangeFilesHoldNone();
    void aFolderThatIsGoneIsTold();
};

void HeadNotesTest::comeBackAsTheyWereWritten() {
    const QTemporaryDir run;
    const HeadNotes notes{{{2, 0}, QStringLiteral("“그것”의 주인")}, {{0, 3}, QStringLiteral("first word")}};
    writeHeadNotes(run.path(), notes);
    QCOMPARE(readHeadNotes(run.path()), notes);
    writeHeadNotes(run.path(), {{{2, 0}, QString()}});
    QVERIFY(readHeadNotes(run.path()).empty());
    QVERIFY(readHeadNotes({}).empty());
}

void HeadNotesTest::strangeFilesHoldNone() {
    const QTemporaryDir run;
    for (const char* bytes :
         {"", "no json", "{}", "[1, \"a\", {\"layer\": 0, \"head\": 1, \"note\": \"x\"}]"}) {
        QFile file(run.filePath("head-notes.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        QVERIFY(readHeadNotes(run.path()).empty());
    }
}

void HeadNotesTest::aFolderThatIsGoneIsTold() {
    try {
        writeHeadNotes(QStringLiteral("/nowhere/at/all"), {});
        QFAIL("no error");
    } catch (const Error& error) {
        QCOMPARE(error.kind(), ProblemKind::Storage);
    }
}

QTEST_GUILESS_MAIN(HeadNotesTest)
#include "head_notes_test.moc"
