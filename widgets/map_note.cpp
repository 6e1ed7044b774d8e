// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map_note.h"

#include <cmath>

#include "widgets/number_text.h"
#include "widgets/recipe_words.h"
#include "widgets/whole_words.h"

namespace neurarium {

namespace {

/// Neither a Korean word nor a number and its per cent sign are torn apart at the end of a line.
QString unbroken(QString text) {
    return wholeWords(text.replace(QStringLiteral(" %"), QStringLiteral("\u00A0%")));
}

} // namespace

QString MapNote::text(const Projection& map, std::int64_t dimensions) {
    const QString measured = tr("Distances are measured in all %1 dimensions.").arg(countText(dimensions));
    if (map.method == ProjectionMethod::Pca) {
        if (!map.variance || !std::isfinite(*map.variance))
            return unbroken(measured + u' ' + tr("The map is only their shadow."));
        return unbroken(
            measured + u' ' +
            tr("The map is their shadow and shows %1 of the differences.").arg(percentText(*map.variance)));
    }
    const QString hidden = tr("The map keeps neighbours together; how far groups lie apart means little.");
    if (!map.trustworthiness || !std::isfinite(*map.trustworthiness))
        return unbroken(measured + u' ' + hidden);
    return unbroken(
        measured + u' ' + hidden + u' ' +
        tr("Trustworthiness %1 (1: all neighbours on it are real).").arg(*map.trustworthiness, 0, 'f', 2));
}

QString MapNote::method(ProjectionMethod method) {
    switch (method) {
    case ProjectionMethod::Pca:
        return QStringLiteral("PCA");
    case ProjectionMethod::TSne:
        return QStringLiteral("t-SNE");
    case ProjectionMethod::Umap:
        break;
    }
    return QStringLiteral("UMAP");
}

QString MapNote::methodHint(ProjectionMethod method) {
    switch (method) {
    case ProjectionMethod::Pca:
        return tr("Looks from where the words differ most. Nothing is bent.");
    case ProjectionMethod::TSne:
        return tr("Bends space so that near words stay near. Takes longer.");
    case ProjectionMethod::Umap:
        break;
    }
    return tr("Bends space so that near words stay near, and keeps more of the whole.");
}

QString MapNote::state(const Projection& map) {
    if (map.progress < 1)
        return tr("working it out: %1").arg(percentText(map.progress));
    return tr("epoch %1").arg(countText(map.epoch));
}

} // namespace neurarium
