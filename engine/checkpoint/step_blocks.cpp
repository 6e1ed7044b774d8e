// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpoint/step_blocks.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "report/error.h"

namespace neurarium {

namespace {

constexpr std::size_t kStepsInBlock = 4096;

template <class Value>
std::vector<Value> unpack(std::span<const std::uint8_t> bytes) {
    std::vector<Value> values(bytes.size() / sizeof(Value));
    if (!values.empty())
        std::memcpy(values.data(), bytes.data(), values.size() * sizeof(Value));
    return values;
}

template <class Value>
std::span<const std::uint8_t> pack(const std::vector<Value>& values) {
    const bool isConstant =
        std::adjacent_find(values.begin(), values.end(), std::not_equal_to<>()) == values.end();
    const std::size_t count = isConstant ? std::min<std::size_t>(1, values.size()) : values.size();
    return {reinterpret_cast<const std::uint8_t*>(values.data()), count * sizeof(Value)};
}

std::span<const std::uint8_t> bytesOf(const std::vector<float>& losses) {
    return {reinterpret_cast<const std::uint8_t*>(losses.data()), losses.size() * sizeof(float)};
}

Statement selectBlocks(const Database& database, BranchId branch, const StepRange& range = {}) {
    Statement rows = database.prepare("SELECT first, losses, rates, epochs FROM steps WHERE branch = ?"
                                      " AND first <= ? AND first + length(losses) / 4 > ? ORDER BY first");
    rows.bind(branch.value).bind(range.last).bind(range.first);
    return rows;
}

StepBlock readBlock(Statement& row, BranchId branch) {
    StepBlock block;
    block.branch = branch;
    block.first = row.integer();
    const std::span<const std::uint8_t> losses = row.blob();
    block.losses = unpack<float>(losses);
    block.rates = unpack<double>(row.blob());
    block.epochs = unpack<std::int64_t>(row.blob());
    const auto fits = [&block](std::size_t count) { return count == 1 || count == block.losses.size(); };
    if (block.first < 1 || block.losses.empty() || block.losses.size() > kStepsInBlock ||
        losses.size() % 4 != 0 || !fits(block.rates.size()) || !fits(block.epochs.size()))
        throw Error(ProblemKind::DamagedFile, "run.sqlite",
                    explain("Problem", "the steps from %1 on do not have the right length",
                            {std::to_string(block.first)}));
    return block;
}

} // namespace

void StepBlock::appendTo(std::vector<StepReport>& steps) const {
    for (std::size_t i = 0; i < losses.size(); ++i)
        steps.push_back({branch, first + static_cast<std::int64_t>(i), epochs[epochs.size() == 1 ? 0 : i],
                         losses[i], rates[rates.size() == 1 ? 0 : i]});
}

void StepBlocks::add(const StepReport& step) {
    const bool follows = m_newest.branch == step.branch && m_newest.end() == step.step;
    if (!follows || m_newest.losses.size() == kStepsInBlock) {
        if (std::exchange(m_changed, false))
            m_waiting.push_back(std::move(m_newest));
        m_newest = {};
        m_newest.branch = step.branch;
        m_newest.first = step.step;
    }
    m_newest.losses.push_back(step.loss);
    m_newest.rates.push_back(step.learningRate);
    m_newest.epochs.push_back(step.epoch);
    m_changed = true;
}

std::uint64_t StepBlocks::waiting() const {
    constexpr std::uint64_t kBytesOfStep = sizeof(float) + sizeof(double) + sizeof(std::int64_t);
    std::uint64_t steps = m_changed ? m_newest.losses.size() : 0;
    for (const StepBlock& block : m_waiting)
        steps += block.losses.size();
    return steps * kBytesOfStep;
}

void StepBlocks::write(Database& database) const {
    Statement insert = database.prepare("INSERT OR REPLACE INTO steps (branch, first, losses, rates, epochs)"
                                        " VALUES (?, ?, ?, ?, ?)");
    const auto writeBlock = [&insert](const StepBlock& block) {
        insert.bind(block.branch.value).bind(block.first).bind(bytesOf(block.losses));
        insert.bind(pack(block.rates)).bind(pack(block.epochs)).finish();
    };
    std::for_each(m_waiting.begin(), m_waiting.end(), writeBlock);
    if (m_changed)
        writeBlock(m_newest);
}

void StepBlocks::committed() {
    m_waiting.clear();
    m_changed = false;
}

bool StepBlocks::isWaiting(const StepBlock& block) const {
    const auto isSame = [&block](const StepBlock& other) {
        return other.branch == block.branch && other.first == block.first;
    };
    return (m_changed && isSame(m_newest)) || std::any_of(m_waiting.begin(), m_waiting.end(), isSame);
}

void StepBlocks::readInto(std::vector<StepReport>& steps, const Database& database, BranchId branch) {
    Statement rows = selectBlocks(database, branch);
    while (rows.next())
        readBlock(rows, branch).appendTo(steps);
}

std::vector<StepReport> StepBlocks::read(const Database& database, BranchId branch,
                                         const StepRange& range) const {
    std::vector<StepReport> steps;
    Statement rows = selectBlocks(database, branch, range);
    while (rows.next()) {
        const StepBlock block = readBlock(rows, branch);
        if (!isWaiting(block))
            block.appendTo(steps);
    }
    for (const StepBlock& block : m_waiting)
        if (block.branch == branch)
            block.appendTo(steps);
    if (m_changed && m_newest.branch == branch)
        m_newest.appendTo(steps);
    std::erase_if(steps, [&range](const StepReport& step) {
        return step.step < range.first || step.step > range.last;
    });
    return steps;
}

} // namespace neurarium
