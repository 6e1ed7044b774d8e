// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QCommandLineParser>
#include <QMessageBox>
#include <QScreen>
#include <QStyleFactory>
#include <QTextStream>

#include "app/export_mode.h"
#include "app/main_window.h"
#include "report/error.h"
#include "resources/resources.h"
#include "widgets/problem_text.h"

namespace {

/// What a click or a key press throws is told and does not end the program.
class Application : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override {
        try {
            return QApplication::notify(receiver, event);
        } catch (const neurarium::Error& error) {
            QMessageBox::warning(activeWindow(), applicationDisplayName(),
                                 neurarium::wholeText(error.problem()));
        } catch (const std::exception& error) {
            QMessageBox::warning(activeWindow(), applicationDisplayName(),
                                 QString::fromLocal8Bit(error.what()));
        }
        return true;
    }
};

} // namespace

int main(int argc, char* argv[]) {
    Application application(argc, argv);
    QApplication::setApplicationName("neurarium");
    QApplication::setApplicationDisplayName("Neurarium");
    QApplication::setApplicationVersion(NEURARIUM_VERSION);
    QApplication::setDesktopFileName("neurarium");
    QApplication::setStyle(QStyleFactory::create("Fusion"));
    loadNeurariumResources();

    QCommandLineParser parser;
    parser.setApplicationDescription("A neural-network laboratory behind glass.");
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        "file", "An experiment file, a run folder, a packed run, or a folder of photographs.", "[FILE]");
    const QCommandLineOption exported(
        "export", "Write the loss chart of the run FILE (.svg, .png, .pdf), without a window.", "chart");
    const QCommandLineOption language("lang", "The language of the chart: en or ko.", "language", "en");
    const QCommandLineOption lesson("lesson", "Open a lesson by its name.", "lesson");
    parser.addOptions({exported, language, lesson});
    parser.process(application);

    const QStringList files = parser.positionalArguments();
    if (parser.isSet(exported))
        return neurarium::exportChart(files.value(0), parser.value(exported), parser.value(language));

    neurarium::MainWindow window;
    if (parser.isSet(lesson))
        window.openLesson(parser.value(lesson));
    for (const QString& path : files)
        window.openPath(path);
    const QSize room = window.screen()->availableSize();
    if (window.width() >= room.width() || window.height() >= room.height())
        window.showMaximized();
    else
        window.show();
    return QApplication::exec();
}
