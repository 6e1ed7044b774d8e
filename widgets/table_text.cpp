// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/table_text.h"

#include "widgets/csv_text.h"

namespace neurarium {

QByteArray csvTable(const QList<QStringList>& rows) {
    QByteArray text;
    for (const QStringList& row : rows) {
        QList<QByteArray> fields;
        for (const QString& field : row)
            fields << csvField(field);
        text += fields.join(',') + '\n';
    }
    return text;
}

QString tabbedTable(const QList<QStringList>& rows) {
    QString text;
    for (const QStringList& row : rows) {
        QStringList fields;
        for (QString field : row) {
            for (QChar& letter : field)
                if (letter == u'\t' || letter == u'\n' || letter == u'\r')
                    letter = u' ';
            fields << field;
        }
        text += fields.join(u'\t') + u'\n';
    }
    return text;
}

QString tableNumber(double value) {
    return QString::fromLatin1(csvNumber(value));
}

} // namespace neurarium
