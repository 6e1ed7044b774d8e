// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QImage>

#include "report/attention_maps.h"

namespace neurarium {

/// The weights of one attention head as a picture in cividis from 0 to 100 %, a pixel a cell. Cells of words
/// that were not read yet are transparent. Of a picture that is brought up to date only rows that differ are
/// painted.
class WeightImage {
public:
    /// A picture with at most so many pixels a side; where cells share a pixel, it shows the brightest.
    explicit WeightImage(int mostPixels);

    /// Shows the head with that number. Weights that are not T×T count as nothing to show; what is not a
    /// number is painted like 0.
    void show(const std::shared_ptr<const AttentionMaps>& maps, std::size_t head);
    void setMostPixels(int pixels);

    /// Null while there is nothing to show.
    const QImage& image() const { return m_image; }
    /// Rows of pixels that were painted in the last call of `show`.
    int rowsPainted() const { return m_rowsPainted; }

private:
    void paintRow(const std::vector<float>& weights, int row);
    bool sameRows(const std::vector<float>& a, const std::vector<float>& b, int row) const;
    std::pair<int, int> tokensOf(int pixel) const;

    int m_mostPixels;
    int m_tokens = 0;
    int m_rowsPainted = 0;
    bool m_causal = true;
    std::size_t m_head = 0;
    std::shared_ptr<const AttentionMaps> m_maps; ///< what the picture shows
    QImage m_image;
};

} // namespace neurarium
