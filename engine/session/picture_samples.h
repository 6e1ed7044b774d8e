// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/data_split.h"
#include "report/picture.h"
#include "report/playground.h"
#include "training/trainer.h"

namespace neurarium {

/// A picture C×H×W in -1 ... 1 (one or three channels) as 8-bit RGB, made smaller until its sides are at most
/// `limit`.
Picture toPicture(const float* values, const Shape& shape, std::int32_t limit);

/// Up to `most` pictures spread evenly over a dataset of pictures, at most `limit` pixels wide and high.
PictureSet pictureSet(const Dataset& dataset, std::int64_t most, std::int32_t limit);

/// The pictures of these samples of a dataset of pictures, at most `limit` pixels wide and high.
PictureSet picturesOf(const Dataset& dataset, const std::vector<std::int64_t>& samples, std::int32_t limit);

/// The pictures of the trainer's last step, as it got them and as they were before augmentation; at most
/// `most`.
BatchPictures batchPictures(const Trainer& trainer, std::int64_t most);

/// The samples of a two-dimensional dataset, training and validation.
PointSet pointSet(const DataSplit& data);

/// Samples are two numbers: they can be shown as points.
bool isPlane(const DatasetDescription& description);

} // namespace neurarium
