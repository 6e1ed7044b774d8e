// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "report/picture.h"
#include "widgets/panel.h"

namespace neurarium {

class VariedPictures;

/// The very pictures of the current batch, augmented as the network gets them.
class BatchStrip : public Panel {
    Q_OBJECT

public:
    explicit BatchStrip(QWidget* parent = nullptr);

    void setClassNames(const std::vector<std::string>& names);
    void setBatch(std::shared_ptr<const BatchPictures> batch);
    void setOriginalsShown(bool shown);

    VariedPictures* pictures() const { return m_pictures; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void refill();
    void retranslate();

    std::shared_ptr<const BatchPictures> m_batch;
    std::vector<std::string> m_names;
    VariedPictures* m_pictures;
    QToolButton* m_originals;
};

} // namespace neurarium
