// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/picture_decoder.h"

#include <algorithm>
#include <cstdlib>
#include <dlfcn.h>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "datasets/picture_fit.h"
#include "datasets/picture_header.h"
#include "report/error.h"

namespace neurarium {

namespace {

constexpr std::int64_t kMemoryForPixels = 300'000'000;

/// Where the module may be: named by the environment, beside the executable, or in the library folder.
std::vector<std::filesystem::path> modulePlaces() {
    if (const char* named = std::getenv("NEURARIUM_DECODE"))
        return {named};
    std::error_code trouble;
    const auto folder = std::filesystem::read_symlink("/proc/self/exe", trouble).parent_path();
    return {folder / decode::kModuleName, folder / NEURARIUM_DECODE_FOLDER / decode::kModuleName};
}

/// The module stays loaded until the program ends. Null when it is nowhere.
void* loadedModule(std::string& trouble) {
    for (const auto& place : modulePlaces()) {
        if (void* module = dlopen(place.c_str(), RTLD_NOW | RTLD_LOCAL))
            return module;
        trouble = dlerror();
    }
    return nullptr;
}

/// JPEG pictures much larger than needed are decoded at a half, a quarter or an eighth of their size: that is
/// several times faster, and at least four decoded pixels a side are left to average over.
std::int32_t reductionFor(const PictureHeader& header, PictureSize size) {
    constexpr std::int64_t kPixelsLeft = 4;
    if (header.format != PictureFormat::Jpeg)
        return 1;
    const bool transposed = header.orientation >= 5;
    const std::int64_t wantedX = transposed ? size.height : size.width;
    const std::int64_t wantedY = transposed ? size.width : size.height;
    for (const std::int32_t reduction : {8, 4, 2})
        if (header.width >= wantedX * kPixelsLeft * reduction &&
            header.height >= wantedY * kPixelsLeft * reduction)
            return reduction;
    return 1;
}

/// Bytes that decoding takes: colours, and once more with transparency in 16 bits where there may be some.
std::int64_t memoryFor(const PictureHeader& header, std::int32_t reduction) {
    const std::int64_t bytesPerPixel = header.alpha ? 8 + 3 : 3;
    return header.width * header.height * bytesPerPixel / (std::int64_t{reduction} * reduction);
}

[[noreturn]] void refuse(Message why) {
    throw Error(ProblemKind::Refused, {}, std::move(why));
}

} // namespace

PictureDecoder::PictureDecoder() {
    std::string trouble;
    void* const module = loadedModule(trouble);
    if (module != nullptr) {
        m_decode = reinterpret_cast<decode::DecodePicture>(dlsym(module, decode::kDecodeName));
        m_release = reinterpret_cast<decode::ReleasePicture>(dlsym(module, decode::kReleaseName));
    }
    if (m_decode == nullptr || m_release == nullptr)
        throw Error(
            ProblemKind::Failure, decode::kModuleName,
            explain("Problem", "the part of the program that reads pictures cannot be loaded: %1", {trouble}),
            explain("Problem", "Install the program again"));
}

void PictureDecoder::takeMemory(std::int64_t bytes) {
    std::unique_lock lock(m_mutex);
    m_freed.wait(lock, [&] { return m_bytesInUse == 0 || m_bytesInUse + bytes <= kMemoryForPixels; });
    m_bytesInUse += bytes;
}

void PictureDecoder::giveMemory(std::int64_t bytes) {
    {
        const std::lock_guard lock(m_mutex);
        m_bytesInUse -= bytes;
    }
    m_freed.notify_all();
}

void PictureDecoder::decode(std::span<const std::uint8_t> file, PictureSize size,
                            std::span<std::uint8_t> planes) {
    const PictureHeader header = readPictureHeader(file);
    const std::int32_t reduction = reductionFor(header, size);
    const std::int64_t memory = memoryFor(header, reduction);
    const decode::Request request{file.data(), file.size(), header.alpha, reduction};
    decode::DecodedPicture picture;
    takeMemory(memory);
    const decode::Result result = m_decode(&request, &picture);
    const auto rounded = [&](std::int64_t length) { return (length + reduction - 1) / reduction; };
    const bool whole = result == decode::Result::Decoded && picture.width == rounded(header.width) &&
                       picture.height == rounded(header.height);
    if (whole)
        fitPicture({picture.pixels, picture.stride, picture.width, picture.height}, header.orientation, size,
                   planes);
    if (picture.owner != nullptr)
        m_release(picture.owner);
    giveMemory(memory);
    if (result == decode::Result::OutOfMemory)
        throw Error(ProblemKind::Failure, {},
                    explain("Problem", "there is not enough memory to read the picture; save it smaller"));
    if (!whole)
        refuse(explain("Problem",
                       "the picture is damaged and cannot be decoded. Save it again, or copy it again"));
}

} // namespace neurarium
