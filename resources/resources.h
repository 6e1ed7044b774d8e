// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Makes everything under ":/" available: a program calls it before it opens the first resource.
/// It may be called any number of times.
void loadNeurariumResources();
