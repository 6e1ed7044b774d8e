// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/wrong_labels.h"

#include "report/error.h"

namespace neurarium {

namespace {

// A sample's draws lie at step 0: they do not depend on when training comes to it.
enum Draw : std::uint64_t { kWhether = 0, kInstead = 1 };
constexpr std::uint64_t kDrawsPerSample = 2;

} // namespace

WrongLabels::WrongLabels(MislabelOptions options, std::uint64_t seed, std::int64_t classes)
    : m_options(options)
    , m_random(seed, RandomPurpose::Labels)
    , m_classes(classes) {}

std::int64_t WrongLabels::label(std::int64_t epoch, std::int64_t sample, std::int64_t right) const {
    const std::uint64_t first = static_cast<std::uint64_t>(sample) * kDrawsPerSample;
    const double drawn = static_cast<double>(m_random.uniform(0, first + kWhether));
    if (drawn >= m_options.at(epoch))
        return right;
    const auto others = static_cast<std::uint64_t>(m_classes - 1);
    const auto instead = static_cast<std::int64_t>(m_random.below(0, first + kInstead, others));
    return instead < right ? instead : instead + 1;
}

bool canMislabel(const DatasetDescription& description) {
    return description.targetKind == TargetKind::Classes && description.classes >= 2;
}

void checkMislabel(double fraction, const DatasetDescription& description, const char* place) {
    if (!(fraction >= 0 && fraction <= 1))
        throw Error(ProblemKind::Refused, place,
                    explain("Problem", "the part of the labels that are wrong must lie between 0 and 1"));
    if (fraction > 0 && !canMislabel(description))
        throw Error(
            ProblemKind::Refused, place,
            explain("Problem", "labels can be made wrong only where the data has at least two classes"));
}

} // namespace neurarium
