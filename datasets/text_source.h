// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "datasets/catalogue.h"

namespace neurarium {

/// The source `text`: a text file of up to 50 MB (text_encoding.h says which). Options: `path`, `tokenizer`
/// and `vocab` (the largest number of tokens; they are learnt from the training part), `context` (tokens of a
/// sample). The end of the text is kept for validation, from a line's beginning on where there is one near.
/// Throws Error (Refused).
DataSplit readText(const Experiment& experiment, const ReadContext& context);

/// The tokenizer that the options `tokenizer` and `vocab` ask for, learnt from a text.
std::shared_ptr<const Tokenizer> askedTokenizer(const Experiment& experiment, std::string_view text);

} // namespace neurarium
