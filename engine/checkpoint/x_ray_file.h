// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "report/x_ray.h"

namespace neurarium {

/// Looks through any safetensors file, ours or another program's, also a damaged one: what cannot be read
/// is told in `problems`. Every size is checked before it is allocated; one tensor is in memory at a time.
/// Throws Error (Refused) only when there is no such file.
XRay xRay(const std::filesystem::path& file);

/// Writes a copy in which all numbers of one tensor are 0. The copy has a hash of its own. Throws Error: when
/// the file is damaged, has no such tensor, or the copy exists already.
void saveWithZeros(const std::filesystem::path& file, const std::string& tensor,
                   const std::filesystem::path& copy);

} // namespace neurarium
