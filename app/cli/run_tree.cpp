// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_tree.h"

#include <algorithm>
#include <set>
#include <tuple>

#include <QCoreApplication>

namespace neurarium::cli {

namespace {

/// A line of the tree and what hangs below it.
struct Node {
    QString text;
    std::vector<Node> children;
};

/// Something of a branch at a step: marks come behind the checkpoint made before them.
struct Entry {
    std::int64_t step = 0;
    std::int64_t place = 0;
    Node node;
};

class Tree {
public:
    explicit Tree(const Timeline& timeline)
        : m_timeline(timeline) {}

    QStringList lines() {
        for (const Branch& branch : m_timeline.branches)
            if (isRoot(branch) && !m_drawn.contains(branch.id))
                draw(branchNode(branch), {}, {});
        for (const Branch& branch : m_timeline.branches) // those whose parents are lost
            if (!m_drawn.contains(branch.id))
                draw(branchNode(branch), {}, {});
        return m_lines;
    }

private:
    bool isRoot(const Branch& branch) const {
        return !branch.parent || branch.parent == branch.id ||
               std::none_of(m_timeline.branches.begin(), m_timeline.branches.end(),
                            [&](const Branch& other) { return other.id == branch.parent; });
    }
    bool hasCheckpoint(CheckpointId id) const {
        return std::any_of(m_timeline.checkpoints.begin(), m_timeline.checkpoints.end(),
                           [id](const CheckpointInfo& each) { return each.id == id; });
    }

    Node branchNode(const Branch& branch);
    Node checkpointNode(const CheckpointInfo& checkpoint);
    Node markNode(const Mark& mark) const;
    void draw(const Node& node, const QString& indent, const QString& below);

    const Timeline& m_timeline;
    std::set<BranchId> m_drawn;
    QStringList m_lines;
};

Node Tree::branchNode(const Branch& branch) {
    m_drawn.insert(branch.id);
    Node node;
    node.text = QCoreApplication::translate("Cli", "Branch %1: up to step %2, epoch %3")
                    .arg(branch.id.value)
                    .arg(branch.lastStep)
                    .arg(branch.lastEpoch);
    if (branch.weightsOnly)
        node.text += QCoreApplication::translate("Cli", ", began with only the weights");
    if (branch.id == m_timeline.current)
        node.text += QCoreApplication::translate("Cli", ", in use");
    std::vector<Entry> entries;
    for (const CheckpointInfo& each : m_timeline.checkpoints)
        if (each.branch == branch.id)
            entries.push_back({each.step, 2 * each.id.value, checkpointNode(each)});
    for (const Mark& mark : m_timeline.marks)
        if (mark.branch == branch.id)
            entries.push_back({mark.step, 2 * mark.before.value + 1, markNode(mark)});
    for (const Branch& other : m_timeline.branches) // no checkpoint is known that it left from
        if (other.parent == branch.id && !hasCheckpoint(other.forkedFrom) && !m_drawn.contains(other.id))
            entries.push_back({other.forkStep, 0, branchNode(other)});
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return std::tie(a.step, a.place) < std::tie(b.step, b.place);
    });
    for (Entry& entry : entries)
        node.children.push_back(std::move(entry.node));
    return node;
}

Node Tree::checkpointNode(const CheckpointInfo& checkpoint) {
    Node node;
    QString name = QString::fromStdString(checkpoint.name);
    if (!checkpoint.letter.empty())
        name.prepend(QString::fromStdString(checkpoint.letter) + (name.isEmpty() ? "" : " "));
    node.text = QCoreApplication::translate("Cli", "Checkpoint %1 (%2): epoch %3, step %4")
                    .arg(checkpoint.id.value)
                    .arg(QString::fromStdString(checkpoint.shortCode()))
                    .arg(checkpoint.epoch)
                    .arg(checkpoint.step);
    if (checkpoint.validationLoss)
        node.text += QCoreApplication::translate("Cli", ", validation loss %1")
                         .arg(*checkpoint.validationLoss, 0, 'f', 4);
    if (!name.isEmpty())
        node.text += " \"" + name + '"';
    if (!checkpoint.note.empty())
        node.text += ": " + QString::fromStdString(checkpoint.note).simplified();
    for (const Branch& branch : m_timeline.branches)
        if (branch.forkedFrom == checkpoint.id && !m_drawn.contains(branch.id))
            node.children.push_back(branchNode(branch));
    return node;
}

Node Tree::markNode(const Mark& mark) const {
    QStringList changes;
    for (const Change& change : mark.changes)
        changes << QCoreApplication::translate("Cli", "%1 from %2 to %3")
                       .arg(QString::fromStdString(change.knob), QString::fromStdString(change.before),
                            QString::fromStdString(change.after));
    return {QCoreApplication::translate("Cli", "Mark %1 at step %2: %3")
                .arg(mark.number)
                .arg(mark.step)
                .arg(changes.join(", ")),
            {}};
}

/// `indent` stands before the node's own line, `below` before those of its children.
void Tree::draw(const Node& node, const QString& indent, const QString& below) {
    m_lines << indent + node.text;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const bool last = i + 1 == node.children.size();
        draw(node.children[i], below + (last ? "└─ " : "├─ "), below + (last ? "   " : "│  "));
    }
}

} // namespace

QStringList runTree(const Timeline& timeline) {
    return Tree(timeline).lines();
}

} // namespace neurarium::cli
