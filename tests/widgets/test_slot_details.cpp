// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDateTime>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "timeline_example.h"
#include "widgets/note_field.h"
#include "widgets/proof_text.h"
#include "widgets/slot_details.h"
#include "widgets/slot_thumbnail.h"
#include "widgets/theme.h"
#include "widgets/time_text.h"

using namespace neurarium;

namespace {

Picture greyPicture() {
    return {8, 8, std::vector<std::uint8_t>(8 * 8 * 3, 120)};
}

SlotView pictureView(std::vector<std::int32_t> said, float confidence = 0.9F) {
    SlotView view;
    view.truth.assign(said.size(), 0);
    for (const std::int32_t answer : said) {
        view.pictures.push_back(greyPicture());
        view.answers.push_back({answer, confidence});
    }
    return view;
}

} // namespace

class TestSlotDetails : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_details = std::make_unique<SlotDetails>();
        m_details->setFixedSize(340, 211);
        m_checkpoint = exampleCheckpoint(3, {1}, "C", 18);
        m_checkpoint.note = "fewer dogs called cats now\nlook at the tails";
        m_checkpoint.savedAt = 1'700'000'000;
        m_details->setCheckpoint(m_checkpoint);
        m_details->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_details.get()));
    }

    void tellsAllThatIsKnown() {
        const QString moment = momentText(m_checkpoint.savedAt, QDateTime::currentDateTime());
        QVERIFY(!moment.isEmpty());
        for (const QString& text :
             {QStringLiteral("C"), QStringLiteral("68.0 % right, loss 0.053"),
              QStringLiteral("epoch 18 · step 270"), moment + " · 0.9 MB", QStringLiteral("7F3A-91C2")})
            QVERIFY2(label(text) != nullptr, qPrintable(text));
    }

    void whatANetworkWroteIsShown() {
        m_checkpoint.sample = "고양이가 <b>상자\n에서";
        m_details->setCheckpoint(m_checkpoint);
        const QLabel* sample = label(QString::fromUtf8("“고양이가 <b>상자 에서”"));
        QVERIFY(sample != nullptr && sample->isVisible());
        QVERIFY(sample->toolTip().contains("&lt;b&gt;"));
        nothingIsCut();
        m_details->setCompact(true);
        QVERIFY(!sample->isVisible());
        m_details->setCompact(false);
        m_checkpoint.sample.clear();
        m_details->setCheckpoint(m_checkpoint);
        QVERIFY(!sample->isVisible());
    }

    void theTwoWaysBackAreToldApart() {
        for (const auto& [way, words] : {std::pair{"Go back here", "all exactly as it was"},
                                         std::pair{"Take only the weights", "all else starts afresh"}}) {
            const QLabel* hint = label(QString::fromLatin1(words));
            QVERIFY(hint != nullptr && hint->isVisible());
            const QPushButton* named = button(QString::fromLatin1(way));
            QVERIFY(named->isVisible());
            QVERIFY(named->geometry().right() < m_details->width());
            QVERIFY(hint->geometry().top() >= named->geometry().bottom());
            QVERIFY(!named->accessibleDescription().isEmpty());
        }
        QVERIFY(!button("Go back here")->geometry().intersects(button("Take only the weights")->geometry()));
    }

    void nothingIsCut() {
        for (const auto* child : m_details->findChildren<QWidget*>(Qt::FindDirectChildrenOnly))
            if (child->isVisible() && !child->isWindow())
                QVERIFY2(m_details->rect().contains(child->geometry()),
                         qPrintable(QString("%1 %2").arg(child->metaObject()->className()).arg(child->y())));
    }

    void everyQuestionIsReadAsAWhole() {
        m_details->setFont(Theme::font(TextRole::Body));
        m_details->setStyleSheet(Theme::light().styleSheet(1));
        QCoreApplication::processEvents();
        for (const char* words : {"Try one change", "What changed?", "X-ray", "Prove it"}) {
            const QPushButton* question = button(QString::fromLatin1(words));
            QVERIFY(question->isVisible());
            QVERIFY2(question->width() >= question->sizeHint().width(), words);
        }
        QSignalSpy asked(m_details.get(), &SlotDetails::twinRequested);
        button("Try one change")->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0].at(0).value<CheckpointId>(), m_checkpoint.id);
    }

    void aNoteIsWrittenInSeveralLines() {
        auto* note = m_details->findChild<NoteField*>();
        QVERIFY(note->text().startsWith("fewer dogs"));
        QVERIFY(note->accessibleName().contains("look at the tails"));
        QSignalSpy edited(m_details.get(), &SlotDetails::noteEdited);
        QTest::mouseClick(note, Qt::LeftButton);
        auto* editor = note->findChild<QPlainTextEdit*>();
        QTRY_VERIFY(editor->isVisible());
        QTest::keyClick(editor, Qt::Key_Return);
        QTest::keyClicks(editor, "and the ears");
        QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(edited.size(), 1);
        QCOMPARE(edited[0].at(0).value<CheckpointId>(), m_checkpoint.id);
        QCOMPARE(edited[0].at(1).toString(),
                 QString("fewer dogs called cats now\nlook at the tails\nand the ears"));
    }

    void escapeTakesTheNoteBack() {
        auto* note = m_details->findChild<NoteField*>();
        QSignalSpy edited(m_details.get(), &SlotDetails::noteEdited);
        QTest::keyClick(note, Qt::Key_Space);
        auto* editor = note->findChild<QPlainTextEdit*>();
        QTRY_VERIFY(editor->isVisible());
        QTest::keyClicks(editor, "nonsense");
        QTest::keyClick(editor, Qt::Key_Escape);
        QTRY_VERIFY(!editor->isVisible());
        QCOMPARE(edited.size(), 0);
        QCOMPARE(note->note(), QString::fromStdString(m_checkpoint.note));
    }

    void aProofIsShownWithItsCode() {
        QSignalSpy asked(m_details.get(), &SlotDetails::proveRequested);
        button("Prove it")->click();
        QCOMPARE(asked.size(), 1);
        Proof proof{m_checkpoint, m_checkpoint, 120, true, m_checkpoint.sha256, {}};
        QVERIFY(proofText(proof).startsWith(QStringLiteral("identical to the bit · 7F3A-91C2 · 120 step")));
        m_details->setProof(proof);
        QCOMPARE(label("7F3A-91C2")->toolTip(), proofText(proof));
        QCOMPARE(label("7F3A-91C2")->accessibleName(), proofText(proof));
        proof.equal = false;
        proof.firstDifference = "0.weight, element 17";
        QVERIFY(proofText(proof).endsWith("first in 0.weight, element 17"));
        m_details->setProof(proof);
        QVERIFY(label("differs")->toolTip().contains("0.weight, element 17"));
        m_details->setProof(std::nullopt);
        QVERIFY(label("7F3A-91C2")->accessibleName() == "code 7F3A-91C2");
    }

    void momentsAreTheUsersOwn() {
        const QDateTime now(QDate(2026, 11, 29), QTime(16, 0));
        const auto at = [](const QDate& date) { return QDateTime(date, QTime(14, 5)).toSecsSinceEpoch(); };
        QCOMPARE(momentText(0, now), QString());
        QCOMPARE(momentText(at(QDate(2026, 11, 29)), now), QStringLiteral("today 14:05"));
        QCOMPARE(momentText(at(QDate(2026, 11, 28)), now), QStringLiteral("28 Nov, 14:05"));
        QCOMPARE(momentText(at(QDate(2025, 11, 28)), now), QStringLiteral("28 Nov 2025"));
    }

    void picturesOfSavesTellRightFromWrong() {
        QVERIFY(slotThumbnail({}, nullptr).isNull());
        const QImage right = slotThumbnail(pictureView({0, 0, 0, 0}), nullptr);
        const QImage wrong = slotThumbnail(pictureView({0, 0, 0, 1}), nullptr);
        const QImage unsure = slotThumbnail(pictureView({0, 0, 0, 0}, 0.5F), nullptr);
        QCOMPARE(right.size(), wrong.size());
        const int half = right.width() / 2;
        const QRect lastTile(half + 3, half + 3, half - 3, half - 3);
        QVERIFY(right.copy(lastTile) != wrong.copy(lastTile));
        QVERIFY(right.copy(lastTile) != unsure.copy(lastTile));
        QCOMPARE(right.copy(0, 0, half - 3, half - 3), wrong.copy(0, 0, half - 3, half - 3));
        SlotView plane;
        plane.decision = {2, {-1, -1, 1, 1}};
        PointSet points;
        points.x = {0};
        points.y = {0};
        points.targets = {1};
        points.validation = {true};
        QVERIFY(slotThumbnail(plane, nullptr) != slotThumbnail(plane, &points));
        SlotView words;
        words.attention.tokens = {"a", "cat"};
        words.attention.heads.resize(2);
        words.attention.heads[0].weights = {1, 0, 1, 0};
        words.attention.heads[1].weights = {1, 0, 0.4F, 0.6F};
        const QImage attention = slotThumbnail(words, nullptr);
        const int quarter = attention.width() / 4;
        const auto cell = [&](int row, int column) {
            return attention.pixelColor((2 * column + 1) * quarter, (2 * row + 1) * quarter);
        };
        QCOMPARE(cell(0, 0), Theme::cividis(1));
        QCOMPARE(cell(1, 0), Theme::cividis(1)); // of the first head
        QVERIFY(cell(1, 1) != cell(1, 0));       // of the second
        QVERIFY(cell(1, 1) != Theme::cividis(0));
        QCOMPARE(cell(0, 1).alpha(), 0);  // not read yet: clear in both themes
        plane.pictures = {greyPicture()}; // without answers
        QVERIFY(!slotThumbnail(plane, nullptr).isNull());
    }

private:
    QLabel* label(const QString& text) const {
        for (auto* each : m_details->findChildren<QLabel*>())
            if (each->text() == text)
                return each;
        return nullptr;
    }

    QPushButton* button(const QString& text) const {
        for (auto* each : m_details->findChildren<QPushButton*>())
            if (each->text() == text)
                return each;
        return nullptr;
    }

    std::unique_ptr<SlotDetails> m_details;
    CheckpointInfo m_checkpoint;
};

QTEST_MAIN(TestSlotDetails)
#include "test_slot_details.moc"
