// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

class QWidget;

namespace neurarium {

// The word map and the writing panel with example values, for the rows of shown_panels.cpp.
std::unique_ptr<QWidget> wordMapFlat();
std::unique_ptr<QWidget> wordMapSolid();
std::unique_ptr<QWidget> wordMapSearch();
std::unique_ptr<QWidget> wordMapPictures();
std::unique_ptr<QWidget> writingBegun();
std::unique_ptr<QWidget> writingWhy();
std::unique_ptr<QWidget> writingFull();

} // namespace neurarium
