// SPDX-License-Identifier: GPL-3.0-or-later
// Paints panels with example values into pictures, to be looked at: gallery FOLDER [NAME...]
// For each panel: both languages, both themes, as large as on a usual stage and as small as in the smallest
// window, there also with large text.
#include <cstdio>

#include <QApplication>
#include <QDir>
#include <QStyleFactory>
#include <QTranslator>

#include "resources/resources.h"
#include "resources/translations.h"
#include "tests/gallery/shown_panels.h"
#include "widgets/theme.h"

using namespace neurarium;

namespace {

struct Style {
    QString language;
    bool dark = false;
    double textScale = 1;
    QSize size;
};

constexpr QSize kUsual(640, 430);
constexpr QSize kSmallest(472, 530);

std::vector<Style> styles() {
    std::vector<Style> all;
    for (const char* language : {"en", "ko"}) {
        for (const bool dark : {false, true})
            for (const QSize size : {kUsual, kSmallest})
                all.push_back({QLatin1String(language), dark, 1, size});
        all.push_back({QLatin1String(language), false, 1.5, kSmallest});
    }
    return all;
}

bool paint(const ShownPanel& shown, const Style& style, const QDir& folder) {
    QTranslator words;
    if (!loadWords(words, style.language))
        return false;
    qApp->installTranslator(&words);
    const Theme& theme = style.dark ? Theme::dark() : Theme::light();
    qApp->setFont(Theme::font(TextRole::Body, style.textScale));
    qApp->setPalette(theme.palette());
    qApp->setStyleSheet(theme.styleSheet(style.textScale));
    const std::unique_ptr<QWidget> panel = shown.make();
    panel->resize(style.size);
    panel->show();
    for (int rounds = 0; rounds < 5; ++rounds)
        QCoreApplication::processEvents();
    const QString name = QStringLiteral("%1-%2-%3-%4-%5.png")
                             .arg(QLatin1String(shown.name), style.language,
                                  style.dark ? QStringLiteral("dark") : QStringLiteral("light"))
                             .arg(style.size.width())
                             .arg(style.textScale * 100);
    const bool saved = panel->grab().save(folder.filePath(name));
    qApp->removeTranslator(&words);
    return saved;
}

} // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    loadNeurariumResources();
    const QStringList arguments = QApplication::arguments().mid(1);
    if (arguments.isEmpty()) {
        std::fputs("gallery FOLDER [NAME...]\n", stderr);
        return 2;
    }
    QDir folder(arguments.first());
    folder.mkpath(QStringLiteral("."));
    for (const ShownPanel& shown : shownPanels()) {
        if (arguments.size() > 1 && !arguments.mid(1).contains(QLatin1String(shown.name)))
            continue;
        for (const Style& style : styles())
            if (!paint(shown, style, folder)) {
                std::fprintf(stderr, "%s could not be painted\n", shown.name);
                return 1;
            }
    }
    return 0;
}
