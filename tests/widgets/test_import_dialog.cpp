// SPDX-License-Identifier: GPL-3.0-or-later
#include <QClipboard>
#include <QGuiApplication>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

#include "widgets/import_dialog.h"
#include "widgets/import_estimate.h"
#include "widgets/import_report_view.h"

using namespace neurarium;

namespace {

ImportReport exampleReport() {
    ImportReport report;
    report.classes = {{"cat", 240, 60}, {"dog", 1'241, 59}};
    report.read = 1'600;
    report.refused = {{"cat/a.jpg", explain("Problem", "is cut off after %1 bytes", {"3,120"})}};
    report.duplicates = {{"dog/2.jpg", "dog/1.jpg"}};
    return report;
}

QPushButton* button(const QDialog& dialog, const QString& text) {
    for (auto* candidate : dialog.findChildren<QPushButton*>())
        if (candidate->text() == text && !candidate->isHidden())
            return candidate;
    return nullptr;
}

} // namespace

class TestImportDialog : public QObject {
    Q_OBJECT

private slots:
    void progressIsTold() {
        ImportDialog dialog;
        dialog.begin(QStringLiteral("photos"));
        QCOMPARE(dialog.countLine(), QStringLiteral("Counting the files"));
        dialog.setProgress({3'120, 10'000, "cat-3120.jpg"});
        QCOMPARE(dialog.countLine(), QStringLiteral("3,120 of 10,000"));
        QVERIFY(dialog.detailLine().startsWith(QStringLiteral("cat-3120.jpg")));
        QCOMPARE(dialog.findChild<QProgressBar*>()->value(), 312);
    }

    void theRestIsEstimated_data() {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("few") << 3.0 << QStringLiteral("a few seconds left");
        QTest::newRow("seconds") << 42.0 << QStringLiteral("about 40 s left");
        QTest::newRow("minutes") << 118.0 << QStringLiteral("about 2 min left");
        QTest::newRow("hours") << 7300.0 << QStringLiteral("about 2 h left");
    }

    void theRestIsEstimated() {
        QFETCH(double, seconds);
        QTEST(timeLeftText(seconds), "text");
        QCOMPARE(secondsLeft(3'120, 10'000, 0.5), std::nullopt);
        QCOMPARE(secondsLeft(0, 10'000, 5), std::nullopt);
        QCOMPARE(secondsLeft(2'500, 10'000, 10), std::optional<double>(30));
    }

    void pauseAndGoOn() {
        ImportDialog dialog;
        dialog.begin({});
        QSignalSpy pauses(&dialog, &ImportDialog::pauseRequested);
        button(dialog, QStringLiteral("Pause"))->click();
        QCOMPARE(pauses.last().at(0).toBool(), true);
        QVERIFY(dialog.isPaused());
        QCOMPARE(dialog.detailLine(), QStringLiteral("Paused. Nothing is lost."));
        button(dialog, QStringLiteral("Go on"))->click();
        QCOMPARE(pauses.last().at(0).toBool(), false);
    }

    void cancelIsAskedForOnceAndThenWaits() {
        ImportDialog dialog;
        dialog.begin({});
        dialog.show();
        QSignalSpy cancels(&dialog, &ImportDialog::cancelRequested);
        QTest::keyClick(&dialog, Qt::Key_Escape);
        dialog.reject();
        QCOMPARE(cancels.size(), 1);
        QVERIFY(dialog.isVisible());
        QVERIFY(dialog.isRunning());
        dialog.setCancelled();
        QVERIFY(!dialog.isVisible());
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Rejected));
    }

    void theReportIsShownAndCopied() {
        ImportDialog dialog;
        dialog.begin({});
        dialog.setReport(exampleReport());
        dialog.show();
        QVERIFY(!dialog.isRunning());
        const auto* table = dialog.findChild<QTableWidget*>();
        QCOMPARE(table->rowCount(), 2);
        QCOMPARE(table->item(1, 1)->text(), QStringLiteral("1,241"));
        QCOMPARE(table->item(1, 3)->text(), QStringLiteral("1,300"));
        button(dialog, QStringLiteral("Copy the report"))->click();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.contains(QStringLiteral("cat/a.jpg: is cut off after 3,120 bytes")));
        QVERIFY(copied.contains(QStringLiteral("dog/2.jpg: the same as dog/1.jpg")));
        button(dialog, QStringLiteral("Train with these photos"))->click();
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
    }

    void aProblemIsToldWithItsAdvice() {
        ImportDialog dialog;
        dialog.begin({});
        dialog.show();
        dialog.setProblem({ProblemKind::Refused, "photos",
                           explain("Problem", "there is only one folder, %1", {"cat"}),
                           explain("Problem", "Add a second folder with other photos")});
        QVERIFY(!dialog.isRunning());
        QVERIFY(button(dialog, QStringLiteral("Train with these photos")) == nullptr);
        button(dialog, QStringLiteral("Copy the message"))->click();
        QCOMPARE(
            QGuiApplication::clipboard()->text(),
            QStringLiteral("photos: there is only one folder, cat. Add a second folder with other photos."));
        dialog.reject();
        QVERIFY(!dialog.isVisible());
    }
};

QTEST_MAIN(TestImportDialog)
#include "test_import_dialog.moc"
