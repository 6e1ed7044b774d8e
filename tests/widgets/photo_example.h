// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "report/picture.h"
#include "report/predictions.h"

namespace neurarium {

struct PhotoExample {
    std::shared_ptr<PictureSet> pictures = std::make_shared<PictureSet>();
    std::shared_ptr<Predictions> predictions = std::make_shared<Predictions>();
};

/// `count` small one-coloured pictures of `classes` classes; photo i shows class i % classes. Each fourth
/// answer is the next class; confidences fall from 1 by one hundredth, and photo 3 is answered with 55 %.
inline PhotoExample photoExample(int count, int classes) {
    constexpr std::int32_t kSide = 8;
    PhotoExample example;
    const auto size = static_cast<std::size_t>(classes);
    example.predictions->confusion.assign(size, std::vector<std::int64_t>(size));
    for (int number = 0; number < classes; ++number)
        example.pictures->classNames.push_back("class " + std::to_string(number));
    for (int i = 0; i < count; ++i) {
        const int truth = i % classes;
        const int said = i % 4 == 3 ? (truth + 1) % classes : truth;
        const float confidence = i == 3 ? 0.55F : 1.0F - 0.01F * static_cast<float>(i % 30);
        const auto shade = static_cast<std::uint8_t>(i * 7 % 256);
        example.pictures->pictures.push_back(
            {kSide, kSide, std::vector<std::uint8_t>(kSide * kSide * 3, shade)});
        example.pictures->classes.push_back(truth);
        example.pictures->samples.push_back(i);
        example.predictions->truth.push_back(truth);
        example.predictions->answers.push_back({said, confidence});
        ++example.predictions->confusion[static_cast<std::size_t>(truth)][static_cast<std::size_t>(said)];
    }
    return example;
}

} // namespace neurarium
