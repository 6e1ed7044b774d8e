// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>

#include <QDirIterator>
#include <QFontDatabase>
#include <QRawFont>
#include <QTest>

#include "ts_file.h"
#include "widgets/theme.h"

using namespace neurarium;

/// Every character that the program shows has a glyph in its own fonts: no boxes, no letters of a strange
/// font.
class TestGlyphs : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void translationsCanBeShown();
    void lessonsCanBeShown_data();
    void lessonsCanBeShown();
    void signsInTheSourcesCanBeShown();

private:
    bool canShow(char32_t letter) const;
    void check(const QString& text, const QString& place);

    std::vector<QRawFont> m_fonts;
    std::map<char32_t, bool> m_known;
};

void TestGlyphs::initTestCase() {
    for (const bool bold : {false, true}) {
        const QFont chosen = Theme::font(bold ? TextRole::PanelTitle : TextRole::Body);
        QVERIFY(chosen.families().size() >= 2);
        for (const QString& family : chosen.families()) {
            QVERIFY2(QFontDatabase::hasFamily(family), qPrintable("this font is not installed: " + family));
            QFont alone = chosen;
            alone.setFamilies({family});
            m_fonts.push_back(QRawFont::fromFont(alone));
            QVERIFY(m_fonts.back().isValid());
            QCOMPARE(m_fonts.back().familyName(), family);
        }
    }
}

bool TestGlyphs::canShow(char32_t letter) const {
    const std::size_t half = m_fonts.size() / 2;
    const auto in = [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            if (m_fonts[i].supportsCharacter(static_cast<uint>(letter)))
                return true;
        return false;
    };
    return in(0, half) && in(half, m_fonts.size());
}

void TestGlyphs::check(const QString& text, const QString& place) {
    for (const uint code : text.toUcs4()) {
        const auto letter = static_cast<char32_t>(code);
        if (letter == U'\n')
            continue;
        if (!m_known.contains(letter))
            m_known[letter] = canShow(letter);
        if (!m_known[letter])
            QFAIL(qPrintable(
                QStringLiteral("no glyph for U+%1 in: %2").arg(code, 4, 16, QLatin1Char('0')).arg(place)));
    }
}

void TestGlyphs::translationsCanBeShown() {
    const auto messages = readTsFile(projectFile("resources/translations/neurarium_ko.ts"));
    QVERIFY(!messages.empty());
    for (const TsMessage& message : messages) {
        check(message.source, message.name());
        for (const QString& translation : message.translations)
            check(translation, message.name());
    }
}

void TestGlyphs::lessonsCanBeShown_data() {
    QTest::addColumn<QString>("path");
    QDirIterator files(projectFile("resources/lessons"), {"*.ko.md", "*.en.md"}, QDir::Files);
    while (files.hasNext()) {
        const QString path = files.next();
        QTest::newRow(qPrintable(files.fileName())) << path;
    }
}

void TestGlyphs::lessonsCanBeShown() {
    QFETCH(const QString, path);
    const QString text = readText(path);
    QVERIFY(!text.isEmpty());
    check(text, path);
}

/// Signs such as arrows stand in the sources without being translated.
void TestGlyphs::signsInTheSourcesCanBeShown() {
    for (const char* folder : {"widgets", "app"}) {
        QDirIterator files(projectFile(folder), {"*.h", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(files.hasNext());
        while (files.hasNext()) {
            const QString path = files.next();
            check(readText(path), path);
        }
    }
}

QTEST_MAIN(TestGlyphs)
#include "test_glyphs.moc"
