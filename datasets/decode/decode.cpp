// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/decode/decode.h"

#include <memory>
#include <new>

#include <opencv2/core.hpp>
#include <opencv2/core/utils/logger.hpp>
#include <opencv2/imgcodecs.hpp>

namespace {

using neurarium::decode::DecodedPicture;
using neurarium::decode::Request;
using neurarium::decode::Result;

int sayNothing(int, const char*, const char*, const char*, int, void*) {
    return 0;
}

/// OpenCV writes about every error to the terminal; here the caller tells the user.
void silenceOnce() {
    static const bool silenced = [] {
        cv::redirectError(sayNothing);
        cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
        return true;
    }();
    static_cast<void>(silenced);
}

int readFlags(const Request& request) {
    if (request.alpha)
        return cv::IMREAD_UNCHANGED;
    int flags = cv::IMREAD_COLOR;
    if (request.reduction == 2)
        flags = cv::IMREAD_REDUCED_COLOR_2;
    else if (request.reduction == 4)
        flags = cv::IMREAD_REDUCED_COLOR_4;
    else if (request.reduction == 8)
        flags = cv::IMREAD_REDUCED_COLOR_8;
    return flags | cv::IMREAD_IGNORE_ORIENTATION;
}

/// One value over white, rounded. `Value` has 8 or 16 bits.
template <typename Value>
std::uint8_t overWhite(Value value, Value alpha) {
    constexpr std::uint64_t full = static_cast<Value>(~Value{0});
    const std::uint64_t sum = static_cast<std::uint64_t>(value) * alpha + full * (full - alpha);
    return static_cast<std::uint8_t>((sum * 255 + full * full / 2) / (full * full));
}

template <typename Value>
cv::Mat flattened(const cv::Mat& picture) {
    cv::Mat flat(picture.rows, picture.cols, CV_8UC3);
    const int channels = picture.channels();
    for (int y = 0; y < picture.rows; ++y) {
        const auto* from = picture.ptr<Value>(y);
        auto* to = flat.ptr<std::uint8_t>(y);
        for (int x = 0; x < picture.cols; ++x, from += channels, to += 3) {
            const Value alpha = channels == 4 ? from[3] : static_cast<Value>(~Value{0});
            for (int c = 0; c < 3; ++c)
                to[c] = overWhite(from[channels >= 3 ? c : 0], alpha);
        }
    }
    return flat;
}

cv::Mat decodeColours(const Request& request) {
    const cv::Mat bytes(1, static_cast<int>(request.size), CV_8UC1, const_cast<std::uint8_t*>(request.bytes));
    const cv::Mat picture = cv::imdecode(bytes, readFlags(request));
    if (picture.empty() || picture.type() == CV_8UC3)
        return picture;
    if (picture.depth() == CV_8U)
        return flattened<std::uint8_t>(picture);
    if (picture.depth() == CV_16U)
        return flattened<std::uint16_t>(picture);
    return {};
}

} // namespace

extern "C" {

__attribute__((visibility("default"))) Result neurariumDecodePicture(const Request* request,
                                                                     DecodedPicture* picture) {
    silenceOnce();
    try {
        auto decoded = std::make_unique<cv::Mat>(decodeColours(*request));
        if (decoded->empty())
            return Result::Broken;
        *picture = {decoded->data, static_cast<std::int64_t>(decoded->step), decoded->cols, decoded->rows,
                    nullptr};
        picture->owner = decoded.release();
        return Result::Decoded;
    } catch (const std::bad_alloc&) {
        return Result::OutOfMemory;
    } catch (const cv::Exception& trouble) {
        return trouble.code == cv::Error::StsNoMem ? Result::OutOfMemory : Result::Broken;
    } catch (...) {
        return Result::Broken;
    }
}

__attribute__((visibility("default"))) void neurariumReleasePicture(void* owner) {
    delete static_cast<cv::Mat*>(owner);
}

} // extern "C"
