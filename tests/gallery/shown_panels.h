// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QWidget>

namespace neurarium {

/// A panel with example values. To add one: a row in shown_panels.cpp.
struct ShownPanel {
    const char* name;
    std::unique_ptr<QWidget> (*make)();
};

const std::vector<ShownPanel>& shownPanels();

} // namespace neurarium
