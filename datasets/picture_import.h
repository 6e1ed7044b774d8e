// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "datasets/catalogue.h"
#include "datasets/folder_scan.h"
#include "datasets/import_loop.h"
#include "datasets/pixel_store.h"
#include "datasets/source_options.h"

namespace neurarium {

/// What became of a list of files: for each the slot of its picture, or why it has none.
struct ImportedPictures {
    struct Outcome {
        std::int64_t slot = -1; ///< files with the same content share one
        Message refusal;        ///< empty when the picture is good
    };
    std::vector<Outcome> outcomes; ///< one a file
    std::shared_ptr<const PixelStore> pixels;
    Message note; ///< why the decoded pictures could not be kept; usually empty
};

/// Reads, checks and decodes picture files on several threads, or takes decoded ones from the cache. Files
/// may change meanwhile: what is decoded is what was hashed. Throws Error when the user cancels.
ImportedPictures importPictures(const std::vector<FoundFile>& files, PictureSize size,
                                const ReadContext& context, ProgressTeller& teller);

} // namespace neurarium
