// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QObject>
#include <QString>

class QTranslator;

namespace neurarium {

/// Language, theme and text size of the whole program, changed at any moment without a restart: widgets hear
/// of it by their change events.
class Appearance : public QObject {
    Q_OBJECT
public:
    explicit Appearance(QObject* parent = nullptr);
    ~Appearance() override;

    /// "en" or "ko".
    void setLanguage(const QString& language);
    void setDark(bool dark);
    /// 1, 1.25 or 1.5.
    void setTextScale(double scale);

    const QString& language() const { return m_language; }
    bool isDark() const { return m_dark; }
    double textScale() const { return m_scale; }

signals:
    void changed();

private:
    void loadLanguage();
    void apply();

    QString m_language = "en";
    bool m_dark = false;
    double m_scale = 1;
    std::unique_ptr<QTranslator> m_words;
    std::unique_ptr<QTranslator> m_qtWords;
};

} // namespace neurarium
