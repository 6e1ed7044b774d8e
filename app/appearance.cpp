// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/appearance.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include "resources/translations.h"
#include "widgets/theme.h"

namespace neurarium {

namespace {

QLocale localeOf(const QString& language) {
    return language == "ko" ? QLocale(QLocale::Korean, QLocale::SouthKorea)
                            : QLocale(QLocale::English, QLocale::UnitedStates);
}

} // namespace

Appearance::Appearance(QObject* parent)
    : QObject(parent)
    , m_words(std::make_unique<QTranslator>())
    , m_qtWords(std::make_unique<QTranslator>()) {
    loadLanguage();
    apply();
}

Appearance::~Appearance() = default;

void Appearance::setLanguage(const QString& language) {
    if (language == m_language)
        return;
    QCoreApplication::removeTranslator(m_words.get());
    QCoreApplication::removeTranslator(m_qtWords.get());
    m_language = language;
    loadLanguage();
    emit changed();
}

void Appearance::setDark(bool dark) {
    if (dark == m_dark)
        return;
    m_dark = dark;
    apply();
    emit changed();
}

void Appearance::setTextScale(double scale) {
    if (scale == m_scale)
        return;
    m_scale = scale;
    apply();
    emit changed();
}

void Appearance::loadLanguage() {
    QLocale::setDefault(localeOf(m_language));
    if (loadWords(*m_words, m_language))
        QCoreApplication::installTranslator(m_words.get());
    if (m_qtWords->load("qtbase_" + m_language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(m_qtWords.get());
}

void Appearance::apply() {
    const Theme& theme = m_dark ? Theme::dark() : Theme::light();
    QApplication::setPalette(theme.palette());
    QApplication::setFont(Theme::font(TextRole::Body, m_scale));
    qApp->setStyleSheet(theme.styleSheet(m_scale));
}

} // namespace neurarium
