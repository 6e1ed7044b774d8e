// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QWidget;

namespace neurarium {

class LabPage;

/// The widget that a lesson's word stands for ("dropout", "timeline", "chart", "train" ...); null when
/// unknown.
QWidget* placeOf(const QString& name, LabPage& page);

/// Draws a ring of 3 pixels around a widget until it or anything else is clicked.
void ringAround(QWidget& widget);

} // namespace neurarium
