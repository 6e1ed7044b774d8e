// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "report/x_ray.h"

namespace neurarium {

/// Called for each tensor that a file is read by; returns false to end it.
using XRayProgress = std::function<bool(std::uint64_t bytesDone, std::uint64_t bytesTotal)>;

/// Looks through any safetensors file, ours or another program's, also a damaged one: what cannot be read
/// is told in `problems`. Every size is checked before it is allocated; one tensor is in memory at a time.
/// When it is ended early, tensors that were not read yet are missing. Throws Error (Refused) only when there
/// is no such file.
XRay xRay(const std::filesystem::path& file, const XRayProgress& progress = {});

/// Writes a copy in which all numbers of these tensors are 0. The copy has a hash of its own. Throws Error:
/// when the file is damaged, has no such tensor, or the copy exists already.
void saveWithZeros(const std::filesystem::path& file, const std::vector<std::string>& tensors,
                   const std::filesystem::path& copy);

} // namespace neurarium
