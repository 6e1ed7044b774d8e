// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <cstdio>

#include <QCoreApplication>
#include <QEventLoop>

#include "app/cli/interrupt_watcher.h"
#include "app/cli/stored_network.h"
#include "text/text_writer.h"
#include "text/utf8.h"

namespace neurarium::cli {

namespace {

WritingTask taskOf(const Arguments& arguments) {
    WritingTask task;
    task.prompt = arguments.text("--prompt").value_or("");
    task.tokens = arguments.integer("--tokens", 0).value_or(100);
    task.sampling.temperature = arguments.number("--temperature").value_or(task.sampling.temperature);
    task.sampling.topK = arguments.integer("--top-k", 0).value_or(task.sampling.topK);
    task.sampling.topP = arguments.number("--top-p").value_or(task.sampling.topP);
    task.seed = static_cast<std::uint64_t>(arguments.integer("--seed", 0).value_or(1));
    return task;
}

std::shared_ptr<const Tokenizer> tokenizerOf(const StoredNetwork& network) {
    if (network.description.tokenizer == nullptr)
        throw Error(ProblemKind::Refused, network.store->folder().string(),
                    explain("Problem", "This run did not learn from text and has no vocabulary"),
                    explain("Problem", "Train one on \"text\" or on \"stories\" first."));
    return network.description.tokenizer;
}

/// What the reader should know about the prompt.
void tellOf(const TextWriter& writer, std::int64_t context, Console& console) {
    if (writer.unknown() > 0)
        console.say(
            QCoreApplication::translate(
                "Cli",
                "%1 bytes of the prompt are unknown to the vocabulary: the network has never seen them")
                .arg(writer.unknown()));
    if (writer.forgotten() > 0)
        console.say(QCoreApplication::translate(
                        "Cli", "The prompt has %1 tokens, the network reads %2: the first %3 are not read")
                        .arg(writer.promptTokens())
                        .arg(context)
                        .arg(writer.forgotten()));
}

Json writingObject(const TextWriter& writer, const WritingTask& task, const StoredNetwork& network) {
    const Writing writing = writer.writing(0);
    Json tokens = Json::array();
    for (const WrittenToken& each : writing.tokens)
        tokens.push_back({{"id", each.piece.id},
                          {"text", each.piece.text},
                          {"probability", each.probability ? Json(*each.probability) : Json(nullptr)},
                          {"prompt", !each.byNetwork}});
    return {{"text", writing.text},
            {"prompt", task.prompt},
            {"continuation", shownText(writer.continuation())},
            {"checkpoint", network.checkpoint.id.value},
            {"epoch", network.checkpoint.epoch},
            {"step", network.checkpoint.step},
            {"seed", task.seed},
            {"tokens", tokens},
            {"written", writer.written()},
            {"unknown", writer.unknown()},
            {"forgotten", writer.forgotten()}};
}

} // namespace

int runGenerate(const Arguments& arguments, Console& console) {
    constexpr int kInterrupted = 130;
    const StoredNetwork network = openNetwork(onlyWord(arguments, "RUN"), arguments);
    const WritingTask task = taskOf(arguments);
    const InterruptWatcher interrupts;
    bool interrupted = false;
    QObject::connect(&interrupts, &InterruptWatcher::interrupted, &interrupts, [&] { interrupted = true; });
    TextWriter writer(network.trainer->network(), tokenizerOf(network), task);
    tellOf(writer, network.description.targetSize, console);
    while (writer.written() < task.tokens && !interrupted) {
        writer.write();
        QCoreApplication::processEvents();
    }
    if (console.json)
        console.write(writingObject(writer, task, network));
    else
        console.write(QString::fromStdString(shownText(task.prompt + writer.continuation())));
    return interrupted ? kInterrupted : 0;
}

} // namespace neurarium::cli
