// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/picture_image.h"

namespace neurarium {

QImage toImage(const Picture& picture) {
    constexpr int kChannels = 3;
    const auto width = static_cast<std::size_t>(std::max(picture.width, 0));
    const auto height = static_cast<std::size_t>(std::max(picture.height, 0));
    if (width == 0 || height == 0 || picture.rgb.size() != width * height * kChannels)
        return {};
    const QImage borrowed(picture.rgb.data(), picture.width, picture.height, picture.width * kChannels,
                          QImage::Format_RGB888);
    return borrowed.convertToFormat(QImage::Format_RGB32);
}

} // namespace neurarium
