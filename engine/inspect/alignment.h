// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace neurarium {

/// Turns and mirrors a map (N×dimensions places around 0) so that its points lie as near as possible to
/// those of another map of the same points; neither is scaled (the orthogonal Procrustes problem, Schönemann
/// 1966; scipy.linalg.orthogonal_procrustes).
void alignTo(std::span<const float> reference, std::int32_t dimensions, std::span<float> places);

/// Moves the places to their mean and divides them by one number so that the largest is ±1. Gives back that
/// number; 0 where all places are the same.
float fitIntoUnit(std::span<float> places, std::int32_t dimensions);

} // namespace neurarium
