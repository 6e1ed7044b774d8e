// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include "widgets/histogram_view.h"
#include "widgets/segmented_control.h"
#include "widgets/tensor_table.h"
#include "widgets/x_ray_dialog.h"
#include "widgets/x_ray_sum.h"

using namespace neurarium;

namespace {

/// Two tensors of 4-byte numbers and a counter of 8 bytes behind a header of 300.
XRay example() {
    XRay seen;
    seen.headerBytes = 300;
    seen.lengthBytes = {0x2c, 0x01, 0, 0, 0, 0, 0, 0};
    seen.header = R"({"0.weight":{"data_offsets":[8,48],"dtype":"F32","shape":[5,2]}})";
    seen.tensors = {{"state/step", "I64", {}, 1, 308, 316, true, 7, 7, 7, {7, 7, {1}}, 0, 0, 0},
                    {"0.weight", "F32", {5, 2}, 10, 316, 356, true, -1, 1, 0.25, {-1, 1, {2, 3, 5}}, 1, 0, 0},
                    {"0.bias", "F32", {5}, 5, 356, 376, true, 0, 0.5, 0.1, {0, 0.5, {4, 1}}, 2, 0, 0}};
    seen.dataBytes = 68;
    seen.fileBytes = 376;
    return seen;
}

LayerList network() {
    return {{"linear", "", {}, {}, {}}};
}

} // namespace

class TestXRayView : public QObject {
    Q_OBJECT

private slots:
    void theSumIsWrittenOut() {
        const XRay seen = example();
        QCOMPARE(lengthBytesText(seen), QStringLiteral("2c 01 00 00 00 00 00 00"));
        QCOMPARE(lengthSumText(seen), QStringLiteral("44 + 1 × 256 = 300"));
        QCOMPARE(fileSumText(seen), QStringLiteral("8 + 300 + 15 × 4 + 1 × 8 = 376 bytes"));
        QVERIFY(seen.sumFits());
        XRay longer = seen;
        longer.fileBytes = 377;
        QCOMPARE(fileSumVerdict(longer), QStringLiteral("The file has 377 bytes. It does not fit."));
        XRay hostile;
        hostile.lengthBytes.fill(0xff);
        hostile.headerBytes = UINT64_MAX;
        QVERIFY(lengthSumText(hostile).endsWith(QStringLiteral("= 18446744073709551615")));
        QCOMPARE(lengthSumText(XRay{}), QStringLiteral("0 = 0"));
    }

    void eachTensorIsARow() {
        XRayDialog dialog;
        dialog.begin(QStringLiteral("/runs/a.safetensors"));
        dialog.setXRay(example(), network());
        const TensorTable* rows = dialog.tensors();
        QCOMPARE(rows->rowCount(), 3);
        const auto cell = [&](int row, TensorTable::Column column) {
            return rows->data(rows->index(row, column), Qt::DisplayRole).toString();
        };
        QCOMPARE(cell(1, TensorTable::Name), QStringLiteral("0.weight"));
        QCOMPARE(cell(1, TensorTable::Meaning), QStringLiteral("Dense, weights"));
        QCOMPARE(cell(0, TensorTable::Meaning), QStringLiteral("for going on exactly"));
        QCOMPARE(cell(1, TensorTable::Type), QStringLiteral("F32"));
        QCOMPARE(cell(1, TensorTable::Shape), QStringLiteral("5 × 2"));
        QCOMPARE(cell(0, TensorTable::Shape), QStringLiteral("one number"));
        QCOMPARE(cell(1, TensorTable::Numbers), QStringLiteral("10"));
        QCOMPARE(cell(1, TensorTable::Bytes), QStringLiteral("40"));
        QVERIFY(dialog.sumLine().contains(QStringLiteral("= 376 bytes")));
        QCOMPARE(dialog.headerText(), QString::fromStdString(example().header));
        QVERIFY(dialog.problems().isEmpty());
    }

    void theChosenTensorIsDescribed() {
        XRayDialog dialog;
        dialog.setXRay(example(), {});
        dialog.show();
        dialog.table()->selectRow(1);
        auto* histogram = dialog.findChild<HistogramView*>();
        QVERIFY(histogram->accessibleName().contains(QStringLiteral("from -1 to 1")));
        QVERIFY(histogram->accessibleName().contains(QStringLiteral("most of them, 5")));
        QTest::keyClick(dialog.table(), Qt::Key_Down);
        QVERIFY(histogram->accessibleName().contains(QStringLiteral("from 0 to 0.5")));
    }

    void tensorsAreSetToZeroInACopy() {
        XRayDialog dialog;
        dialog.setXRay(example(), network());
        dialog.show();
        QSignalSpy wished(&dialog, &XRayDialog::copyRequested);
        QVERIFY(!dialog.copyButton()->isEnabled());
        dialog.table()->selectRow(1);
        dialog.zeroButton()->click();
        dialog.table()->selectRow(2);
        dialog.zeroButton()->click();
        QVERIFY(dialog.copyButton()->isEnabled());
        QCOMPARE(dialog.tensors()
                     ->data(dialog.tensors()->index(1, TensorTable::Meaning), Qt::DisplayRole)
                     .toString(),
                 QStringLiteral("0 in the copy"));
        dialog.copyButton()->click();
        QCOMPARE(wished.last().at(0).toStringList(), (QStringList{"0.bias", "0.weight"}));
        dialog.zeroButton()->click(); // the bias stays as it is after all
        dialog.copyButton()->click();
        QCOMPARE(wished.last().at(0).toStringList(), (QStringList{"0.weight"}));
    }

    void damageIsToldAndTheRestIsShown() {
        XRay cut = example();
        cut.fileBytes = 360;
        cut.tensors[2].isWhole = false;
        cut.problems = {
            {ProblemKind::DamagedFile, "/runs/a.safetensors", explain("Problem", "it is cut"), {}}};
        XRayDialog dialog;
        dialog.setXRay(cut, network());
        dialog.show();
        QVERIFY(dialog.problems().contains(QStringLiteral("it is cut")));
        QVERIFY(dialog.problems().contains(QStringLiteral("2 of 3 tensors can still be read.")));
        QCOMPARE(dialog.tensors()
                     ->data(dialog.tensors()->index(2, TensorTable::Meaning), Qt::DisplayRole)
                     .toString(),
                 QStringLiteral("the file ends before it does"));
        dialog.table()->selectRow(1);
        QVERIFY(!dialog.zeroButton()->isEnabled()); // no copies of damaged files
        dialog.setProblem({ProblemKind::Refused,
                           "/runs/gone",
                           explain("Problem", "there is no such file to look into"),
                           {}});
        QVERIFY(dialog.problems().contains(QStringLiteral("/runs/gone")));
        QCOMPARE(dialog.tensors()->rowCount(), 0);
    }

    void aLongHeaderIsCut() {
        XRay seen = example();
        seen.header.assign(500'000, 'x');
        XRayDialog dialog;
        dialog.setXRay(seen, {});
        QVERIFY(dialog.headerText().size() < 110'000);
    }
};

QTEST_MAIN(TestXRayView)
#include "test_x_ray_view.moc"
