// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/image_folder.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "datasets/folder_scan.h"
#include "datasets/picture_import.h"
#include "datasets/pixel_dataset.h"
#include "datasets/source_options.h"
#include "report/error.h"

namespace neurarium {

namespace {

/// The listings of both parts in one row, so that one import and one cache serve them.
struct FoundParts {
    FolderListing training;
    FolderListing validation;
    std::vector<FoundFile> allFiles() const {
        std::vector<FoundFile> all = training.files;
        all.insert(all.end(), validation.files.begin(), validation.files.end());
        return all;
    }
};

/// Sorts imported files into samples, copies and refused ones.
class Sorting {
public:
    Sorting(const ImportedPictures& imported, ImportReport& report)
        : m_imported(imported)
        , m_report(report) {}

    /// The samples of one part; its files are those from `first` on in the import.
    std::vector<LabelledPicture> samples(const FolderListing& part, std::size_t first) {
        std::set<std::pair<std::int64_t, std::int32_t>> used;
        std::vector<LabelledPicture> pictures;
        for (std::size_t i = 0; i < part.files.size(); ++i) {
            const FoundFile& file = part.files[i];
            const ImportedPictures::Outcome& outcome = m_imported.outcomes[first + i];
            if (outcome.slot < 0) {
                m_report.refused.push_back({file.name, outcome.refusal});
                continue;
            }
            const auto [original, isNew] = m_originals.emplace(outcome.slot, file.name);
            if (!isNew)
                m_report.duplicates.push_back({file.name, original->second});
            if (!used.emplace(outcome.slot, file.label).second)
                continue;
            pictures.push_back({outcome.slot, file.label});
            ++m_report.read;
        }
        return pictures;
    }

private:
    const ImportedPictures& m_imported;
    ImportReport& m_report;
    std::map<std::int64_t, std::string> m_originals; ///< the first file of each content
};

/// Classes of which no picture is left are no classes: leaves them out, and says so.
void leaveOutEmptyClasses(std::vector<std::string>& classNames, std::vector<LabelledPicture>& training,
                          std::vector<LabelledPicture>& validation, std::vector<Message>& notes) {
    std::vector<std::int32_t> label(classNames.size(), -1);
    for (const LabelledPicture& picture : training)
        label[static_cast<std::size_t>(picture.label)] = 0;
    std::vector<std::string> left;
    for (std::size_t i = 0; i < classNames.size(); ++i) {
        if (label[i] == 0) {
            label[i] = static_cast<std::int32_t>(left.size());
            left.push_back(classNames[i]);
        } else {
            notes.push_back(explain(
                "Problem", "The folder \"%1\" holds no picture that can be learned from, and is no class",
                {classNames[i]}));
        }
    }
    const auto renumber = [&](std::vector<LabelledPicture>& pictures) {
        std::erase_if(pictures,
                      [&](const LabelledPicture& p) { return label[static_cast<std::size_t>(p.label)] < 0; });
        for (LabelledPicture& picture : pictures)
            picture.label = label[static_cast<std::size_t>(picture.label)];
    };
    renumber(training);
    renumber(validation);
    classNames = std::move(left);
}

void refuseTooFewClasses(const std::vector<std::string>& classNames, const std::string& folder) {
    const Message advice = explain(
        "Problem", "Make a folder for each class, for example \"cat\" and \"dog\", put its pictures into it, "
                   "and choose the folder that holds both");
    if (classNames.empty())
        throw Error(ProblemKind::Refused, folder,
                    explain("Problem", "there is no picture that can be read in the class folders"), advice);
    if (classNames.size() == 1)
        throw Error(ProblemKind::Refused, folder,
                    explain("Problem",
                            "there is only one class, \"%1\"; a network needs at least two to tell apart",
                            {classNames.front()}),
                    advice);
}

DatasetDescription describe(PictureSize size, const std::vector<std::string>& classNames) {
    DatasetDescription description;
    description.inputShape = Shape{3, size.height, size.width};
    description.classes = static_cast<std::int64_t>(classNames.size());
    description.classNames = classNames;
    description.pictures = true;
    return description;
}

FoundParts scan(const std::filesystem::path& root, const std::vector<std::string>& classNames,
                ProgressTeller& teller) {
    const FolderParts parts = findParts(root);
    FoundParts found;
    found.training = scanFolder(parts.training, root, classNames, teller);
    if (!parts.validation.empty())
        found.validation = scanFolder(parts.validation, root, found.training.classNames, teller);
    return found;
}

} // namespace

DataSplit readImageFolder(const Experiment& experiment, const ReadContext& context) {
    const std::filesystem::path root = sourcePath(experiment);
    const PictureSize size = sourcePictureSize(experiment);
    ProgressTeller teller(context);
    const FoundParts found = scan(root, context.classNames, teller);
    const ImportedPictures imported = importPictures(found.allFiles(), size, context, teller);

    DataSplit split;
    split.report.refused = found.training.refused;
    const auto& alsoRefused = found.validation.refused;
    split.report.refused.insert(split.report.refused.end(), alsoRefused.begin(), alsoRefused.end());
    Sorting sorting(imported, split.report);
    std::vector<LabelledPicture> training = sorting.samples(found.training, 0);
    std::vector<LabelledPicture> validation = sorting.samples(found.validation, found.training.files.size());
    if (!imported.note.empty())
        split.report.notes.push_back(imported.note);

    std::vector<std::string> classNames = found.training.classNames;
    if (context.classNames.empty()) {
        leaveOutEmptyClasses(classNames, training, validation, split.report.notes);
        refuseTooFewClasses(classNames, root.string());
    } else if (training.empty()) {
        throw Error(ProblemKind::Refused, root.string(),
                    explain("Problem", "there is no picture that can be read in the class folders"));
    }
    const DatasetDescription description = describe(size, classNames);
    split.training = std::make_shared<PixelDataset>(description, imported.pixels, std::move(training));
    if (!validation.empty())
        split.validation =
            std::make_shared<PixelDataset>(description, imported.pixels, std::move(validation));
    return split;
}

} // namespace neurarium
