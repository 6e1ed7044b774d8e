// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "datasets/catalogue.h"

namespace neurarium {

/// The source `cat-sketches`: drawn pictures of cats, dogs, rabbits and bears, the same ones for the same
/// seed, number and size on every computer.
///
/// Options: `samples`, `image_size` [height, width], `classes` (how many of cat, dog, rabbit, bear), `bias`
/// (`none`, or `cushion`: every cat sits on a blue cushion and nobody else does). Classes take turns, so that
/// they are of equal size. The whole set is in `training`, kept as bytes and described as pictures.
DataSplit readCatSketches(const Experiment& experiment, const ReadContext& context);

} // namespace neurarium
