// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include "session_samples.h"
#include "signal_log.h"

using namespace neurarium;

/// What a person adds to checkpoints, and how much room they may take.
class SavesTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void notesAndThumbnailsComeBack();
    void strangeThumbnailsAreRefused();
    void aSmallBudgetThinsAtOnce();
    void trainingKeepsToTheBudget();
    void namedOnesStayAndItIsSaid();

private:
    void train(std::int64_t epochs);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TrainingSession> m_session;
    std::unique_ptr<SignalLog> m_log;
};

namespace {

constexpr std::int64_t kEach = 2050; // bytes: a little more than a checkpoint of this network

const QByteArray kPng("\x89PNG\r\n\x1a\n and so on");

} // namespace

void SavesTest::init() {
    m_log.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_session = std::make_unique<TrainingSession>(sampleSource());
    m_log = std::make_unique<SignalLog>(*m_session);
    Experiment experiment = sampleExperiment("plain");
    experiment.checkpointEvery = 1;
    m_session->create(experiment, m_folder->filePath("run"));
}

void SavesTest::train(std::int64_t epochs) {
    m_session->setEpochs(epochs);
    m_session->start();
    QVERIFY(m_log->waitForEnd());
}

void SavesTest::notesAndThumbnailsComeBack() {
    train(2);
    const CheckpointId first = m_log->checkpoints.front().id;
    m_session->setNote(first, "the first one, 첫 번째");
    m_session->setThumbnail(first, kPng);
    m_session->setThumbnail({99}, kPng); // thinned meanwhile: nobody wants to hear of it
    m_session->open(m_folder->filePath("run"), "last");
    QVERIFY(m_log->waitFor("thumbnails"));
    QVERIFY(m_log->names.indexOf("thumbnails") > m_log->names.indexOf("history"));
    QCOMPARE(m_log->timeline->checkpoints[0].note, std::string("the first one, 첫 번째"));
    QCOMPARE(m_log->thumbnails->size(), std::size_t{1});
    QCOMPARE(m_log->thumbnails->front().checkpoint, first);
    const std::vector<std::uint8_t>& png = m_log->thumbnails->front().png;
    QCOMPARE(QByteArray(reinterpret_cast<const char*>(png.data()), std::ssize(png)), kPng);
    QCOMPARE(m_log->count("warned"), 0);
}

void SavesTest::strangeThumbnailsAreRefused() {
    train(1);
    m_session->setThumbnail(m_log->checkpoints.front().id, "no picture");
    QVERIFY(m_log->waitFor("warned", 1));
    m_session->setThumbnail(m_log->checkpoints.front().id, kPng + QByteArray(70'000, ' '));
    QVERIFY(m_log->waitFor("warned", 2));
    QVERIFY(m_log->warnings[1].kind == ProblemKind::Refused);
    m_session->setNote({99}, "nobody's");
    QVERIFY(m_log->waitFor("warned", 3));
}

void SavesTest::aSmallBudgetThinsAtOnce() {
    train(8);
    QCOMPARE(m_log->timeline->checkpoints.size(), std::size_t{8});
    QVERIFY(m_log->timeline->bytes > 7 * kEach && m_log->timeline->bytes <= 8 * kEach);
    m_session->setDiskBudget({5 * kEach});
    QTRY_COMPARE(m_log->timeline->checkpoints.size(), std::size_t{5});
    QCOMPARE(m_log->timeline->budget.bytes, 5 * kEach);
    QVERIFY(m_log->timeline->bytes <= 5 * kEach);
    QCOMPARE(QDir(m_folder->filePath("run/checkpoints")).entryList(QDir::Files).size(), 5);
    m_session->setDiskBudget({-5});
    QVERIFY(m_log->waitFor("warned"));
    QCOMPARE(m_log->timeline->budget.bytes, 5 * kEach);
}

void SavesTest::trainingKeepsToTheBudget() {
    train(1);
    m_session->setDiskBudget({4 * kEach});
    train(12);
    QCOMPARE(m_log->count("checkpoint"), 12);
    QCOMPARE(m_log->timeline->checkpoints.size(), std::size_t{4});
    QCOMPARE(m_log->count("warned"), 0);
    m_session->open(m_folder->filePath("run"), "last");
    QVERIFY(m_log->waitFor("thumbnails"));
    QCOMPARE(m_log->timeline->budget.bytes, 4 * kEach);
}

/// Nothing named is ever deleted: a budget that is too small for that is exceeded, and said to be, once.
void SavesTest::namedOnesStayAndItIsSaid() {
    train(1);
    for (int i = 0; i < 4; ++i)
        m_session->saveCheckpoint("mine");
    m_session->renameCheckpoint(m_log->checkpoints.front().id, "the first");
    m_session->setDiskBudget({3 * kEach});
    QVERIFY(m_log->waitFor("warned"));
    QVERIFY(m_log->warnings[0].what.text.find("never deleted") != std::string::npos);
    train(5);
    const auto& left = m_log->timeline->checkpoints;
    QCOMPARE(std::count_if(left.begin(), left.end(), [](const auto& each) { return !each.name.empty(); }), 5);
    QCOMPARE(m_log->count("warned"), 1);
    m_session->setDiskBudget({0});
    QTRY_COMPARE(m_log->timeline->budget.bytes, 0);
    QCOMPARE(m_log->count("warned"), 1);
}

QTEST_GUILESS_MAIN(SavesTest)
#include "saves_test.moc"
