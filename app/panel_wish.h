// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "session/session_options.h"

namespace neurarium {

/// What one view wants from the session while it can be seen, where that changes with what is done in it.
class PanelWish : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    const Wanted& wanted() const { return m_wanted; }
    void want(const Wanted& wanted) {
        if (wanted == m_wanted)
            return;
        m_wanted = wanted;
        emit changed();
    }

signals:
    void changed();

private:
    Wanted m_wanted;
};

} // namespace neurarium
