// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace neurarium {

/// Reads a JSON text strictly: repeated keys and nesting beyond 64 are refused besides what JSON itself
/// forbids. Throws Error (Refused) with `name` and, for a syntax error, line and column.
nlohmann::json parseStrictJson(const std::string& text, const std::string& name);

} // namespace neurarium
