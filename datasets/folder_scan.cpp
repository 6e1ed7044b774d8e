// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/folder_scan.h"

#include <algorithm>
#include <array>
#include <map>
#include <system_error>
#include <utility>

#include "datasets/readable_text.h"
#include "report/error.h"

namespace neurarium {

namespace {

namespace fs = std::filesystem;

constexpr int kDeepest = 32;

/// What file managers leave behind.
bool isLitter(const std::string& name) {
    return name.starts_with(".") || name == "Thumbs.db" || name == "desktop.ini" || name == "__MACOSX";
}

/// The names in a folder, sorted by bytes. `trouble` tells why the folder cannot be read.
std::vector<std::string> namesIn(const fs::path& folder, std::error_code& trouble) {
    std::vector<std::string> names;
    fs::directory_iterator entries(folder, trouble);
    while (!trouble && entries != fs::directory_iterator()) {
        std::string name = entries->path().filename().string();
        if (!isLitter(name))
            names.push_back(std::move(name));
        entries.increment(trouble);
    }
    std::sort(names.begin(), names.end());
    return names;
}

Message cannotBeRead(const std::error_code& trouble) {
    return explain("Problem", "the folder cannot be read: %1", {trouble.message()});
}

bool isFolder(const fs::path& path) {
    std::error_code trouble;
    return fs::is_directory(path, trouble);
}

/// A link that leads to the chosen folder or one around it would be walked for ever.
bool leadsAround(const fs::path& link, const fs::path& root) {
    std::error_code trouble;
    const fs::path target = fs::canonical(link, trouble);
    const fs::path inner = fs::canonical(root, trouble);
    return trouble ||
           std::mismatch(target.begin(), target.end(), inner.begin(), inner.end()).first == target.end();
}

/// Walks the folders of one part.
class Scan {
public:
    Scan(fs::path root, FolderListing& listing, ProgressTeller& teller)
        : m_root(std::move(root))
        , m_listing(listing)
        , m_teller(teller) {}

    void refuse(const fs::path& path, Message reason) {
        m_listing.refused.push_back({nameOf(path), std::move(reason)});
    }

    void walk(const fs::path& folder, std::int32_t label, int depth) {
        m_teller.tell({0, 0, nameOf(folder)});
        std::error_code trouble;
        for (const std::string& name : namesIn(folder, trouble))
            visit(folder / name, label, depth);
        if (trouble)
            refuse(folder, cannotBeRead(trouble));
    }

    std::string nameOf(const fs::path& path) const {
        return readableText(path.lexically_relative(m_root).string());
    }

private:
    void visit(const fs::path& path, std::int32_t label, int depth) {
        std::error_code trouble;
        const fs::file_status own = fs::symlink_status(path, trouble);
        const bool link = fs::is_symlink(own);
        const fs::file_status status = link ? fs::status(path, trouble) : own;
        if (trouble || status.type() == fs::file_type::not_found)
            refuse(path, link ? explain("Problem", "the link leads to nothing that can be read")
                              : explain("Problem", "the file cannot be read: %1", {trouble.message()}));
        else if (fs::is_regular_file(status))
            m_listing.files.push_back({path, nameOf(path), label});
        else if (!fs::is_directory(status))
            refuse(path, explain("Problem", "this is not a file but a pipe or a device"));
        else if (link)
            refuse(path, explain("Problem", "links to folders are not followed; put the folder itself here"));
        else if (depth >= kDeepest)
            refuse(path, explain("Problem", "the folder lies more than %1 folders deep",
                                 {std::to_string(kDeepest)}));
        else
            walk(path, label, depth + 1);
    }

    fs::path m_root;
    FolderListing& m_listing;
    ProgressTeller& m_teller;
};

Message advice() {
    return explain("Problem",
                   "Make a folder for each class, for example \"cat\" and \"dog\", put its pictures into it, "
                   "and choose the folder that holds both");
}

/// Sorts what lies in a part into class folders (returned) and refused ones.
std::vector<std::string> findClasses(const fs::path& part, const fs::path& root, Scan& scan) {
    std::error_code trouble;
    const std::vector<std::string> names = namesIn(part, trouble);
    if (trouble)
        throw Error(ProblemKind::Refused, part.string(), cannotBeRead(trouble));
    if (names.empty())
        throw Error(ProblemKind::Refused, part.string(), explain("Problem", "the folder is empty"), advice());
    std::vector<std::string> classes;
    for (const std::string& name : names) {
        const fs::path path = part / name;
        if (!isFolder(path))
            scan.refuse(path,
                        explain("Problem", "the file lies outside the class folders; move it into one"));
        else if (fs::is_symlink(path) && leadsAround(path, root))
            scan.refuse(path, explain("Problem", "the link leads back to a folder that holds it"));
        else if (readableText(name) != name)
            scan.refuse(path, explain("Problem", "the folder's name is not valid text (UTF-8); rename it"));
        else
            classes.push_back(name);
    }
    if (classes.empty())
        throw Error(ProblemKind::Refused, part.string(),
                    explain("Problem", "there are %1 files here but no class folders",
                            {std::to_string(names.size())}),
                    advice());
    return classes;
}

} // namespace

FolderParts findParts(const fs::path& folder) {
    if (!isFolder(folder))
        throw Error(ProblemKind::Refused, folder.string(), explain("Problem", "this is a file, not a folder"),
                    explain("Problem", "Choose the folder that holds the class folders"));
    if (isFolder(folder / "train"))
        for (const char* name : {"val", "validation", "test"})
            if (isFolder(folder / name))
                return {folder / "train", folder / name};
    return {folder, {}};
}

FolderListing scanFolder(const fs::path& part, const fs::path& root,
                         const std::vector<std::string>& classNames, ProgressTeller& teller) {
    FolderListing listing;
    Scan scan(root, listing, teller);
    const std::vector<std::string> found = findClasses(part, root, scan);
    listing.classNames = classNames.empty() ? found : classNames;
    for (const std::string& name : found) {
        const auto place = std::find(listing.classNames.begin(), listing.classNames.end(), name);
        if (place == listing.classNames.end())
            scan.refuse(part / name,
                        explain("Problem", "the folder's name is none of the classes that are learned"));
        else
            scan.walk(part / name, static_cast<std::int32_t>(place - listing.classNames.begin()), 1);
    }
    return listing;
}

} // namespace neurarium
