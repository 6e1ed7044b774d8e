// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"

#include <algorithm>

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QStandardPaths>

namespace neurarium {

namespace {

constexpr int kMostRecentRuns = 12;

} // namespace

Settings::Settings()
    : m_settings(QSettings::IniFormat, QSettings::UserScope, "Neurarium", "neurarium") {}

QString Settings::language() const {
    const QString system = QLocale::system().language() == QLocale::Korean ? "ko" : "en";
    const QString chosen = m_settings.value("language", system).toString();
    return chosen == "ko" ? chosen : "en";
}

void Settings::setLanguage(const QString& language) {
    m_settings.setValue("language", language);
}

bool Settings::isDark() const {
    return m_settings.value("dark", false).toBool();
}

void Settings::setDark(bool dark) {
    m_settings.setValue("dark", dark);
}

double Settings::textScale() const {
    return std::clamp(m_settings.value("textScale", 1.0).toDouble(), 1.0, 1.5);
}

void Settings::setTextScale(double scale) {
    m_settings.setValue("textScale", scale);
}

int Settings::threads() const {
    return std::max(0, m_settings.value("threads", 0).toInt());
}

void Settings::setThreads(int threads) {
    m_settings.setValue("threads", threads);
}

QStringList Settings::recentRuns() const {
    QStringList runs = m_settings.value("recentRuns").toStringList();
    runs.erase(
        std::remove_if(runs.begin(), runs.end(), [](const QString& run) { return !QFileInfo(run).isDir(); }),
        runs.end());
    return runs;
}

void Settings::addRecentRun(const QString& folder) {
    QStringList runs = recentRuns();
    runs.removeAll(folder);
    runs.prepend(folder);
    m_settings.setValue("recentRuns", QStringList(runs.mid(0, kMostRecentRuns)));
}

QString Settings::runsFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + "/Neurarium";
}

QString Settings::freeRunFolder(const QString& name) {
    QString plain;
    for (const QChar letter : name)
        plain += letter.isLetterOrNumber() || letter == '-' || letter == '_' ? letter : QChar('-');
    const QDir runs(runsFolder());
    for (int number = 1;; ++number) {
        const QString folder = runs.filePath(number == 1 ? plain + ".neurarium"
                                                         : QString("%1-%2.neurarium").arg(plain).arg(number));
        if (!QFileInfo::exists(folder))
            return folder;
    }
}

QByteArray Settings::layout(const QString& key) const {
    return m_settings.value("layout/" + key).toByteArray();
}

void Settings::setLayout(const QString& key, const QByteArray& state) {
    m_settings.setValue("layout/" + key, state);
}

} // namespace neurarium
