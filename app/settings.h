// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QString>
#include <QStringList>

namespace neurarium {

/// What the window remembers from one start to the next. Kept in an INI file in the user's configuration
/// folder.
class Settings {
public:
    Settings();

    /// "en" or "ko"; at first the system's language if it is one of them.
    QString language() const;
    void setLanguage(const QString& language);
    bool isDark() const;
    void setDark(bool dark);
    /// 1, 1.25 or 1.5.
    double textScale() const;
    void setTextScale(double scale);
    /// Threads that train; 0: the program chooses.
    int threads() const;
    void setThreads(int threads);
    /// Run folders, the latest first; those that are gone are left out.
    QStringList recentRuns() const;
    void addRecentRun(const QString& folder);
    /// Where new runs go: Documents/Neurarium.
    static QString runsFolder();
    /// A folder there for a new run that does not exist yet: NAME.neurarium, NAME-2.neurarium ...
    static QString freeRunFolder(const QString& name);
    QByteArray layout(const QString& key) const;
    void setLayout(const QString& key, const QByteArray& state);

private:
    QSettings m_settings;
};

} // namespace neurarium
