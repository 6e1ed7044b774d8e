// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <algorithm>

#include <QCoreApplication>

#include "app/cli/knob_options.h"

namespace neurarium::cli {

namespace {

const OptionWord kData{"--data", "PATH", "where the data is, instead of the experiment's path"};
const OptionWord kCheckpoint{"--checkpoint", "CHECKPOINT",
                             "last, best, an id, name:TEXT, or eight hex digits of the code (default: last)"};
const OptionWord kLogSteps{"--log-steps", "", "print every step"};
const OptionWord kBudget{"--budget", "BYTES",
                         "what the checkpoints may take on the disk: 500000, 20M, 2G; 0: no limit"};
const OptionWord kSteps{"--steps", "N", "stop after N steps"};

std::vector<Command> trainingCommands() {
    return {
        {"train",
         "EXPERIMENT.json|BUILT-IN",
         "train a network; the run is kept in a folder",
         {kData,
          {"--out", "RUN", "the run's folder (default: ./NAME.neurarium)"},
          {"--epochs", "N", "epochs instead of the experiment's"},
          kSteps,
          {"--init", "WEIGHTS.safetensors", "begin with these weights"},
          kBudget,
          kLogSteps},
         runTrain},
        {"resume",
         "RUN",
         "go on with a run",
         {kData,
          {"--from", "CHECKPOINT|STEP", "where to go on from (default: last); step:N, BRANCH:N: any step"},
          {"--weights-only", "", "take only the weights; everything else begins anew"},
          knobOptions()[0],
          knobOptions()[1],
          knobOptions()[2],
          {"--epochs", "N", "go on for N more epochs"},
          kBudget,
          kSteps,
          kLogSteps},
         runResume},
    };
}

std::vector<Command> textCommands() {
    return {
        {"generate",
         "RUN",
         "let a network that learned from text write; the same seed gives the same text",
         {{"--prompt", "TEXT", "what it goes on from"},
          {"--tokens", "N", "tokens to write (default: 100)"},
          {"--temperature", "T", "0: always the likeliest; 1: as likely as it is held (default)"},
          {"--top-k", "K", "only the K likeliest tokens"},
          {"--top-p", "P", "only the likeliest tokens that together reach this probability"},
          kCheckpoint},
         runGenerate},
        {"tokenize",
         "[FILE]",
         "cut a text into tokens",
         {{"--text", "TEXT", "this text instead of a file"},
          {"--tokenizer", "KIND", "characters (default), jamo, bytes, bpe or words, learnt from the text"},
          {"--vocab", "N", "at most so many tokens (default: 2000)"},
          {"--run", "RUN", "the tokenizer of a run"}},
         runTokenize},
    };
}

Command twinCommand() {
    std::vector<OptionWord> options{
        kData, {"--from", "CHECKPOINT", "where both begin (default: last)"}, {"--steps", "N", "for N steps"}};
    for (const OptionWord& option : knobOptions())
        options.push_back(option);
    options.push_back({"--layer", "PLACE", "the layer to change: 0, 2.layers.1, or its name ..."});
    options.push_back({"--set", "KEY=VALUE", "... and its option: slope=0.2, type=gelu"});
    return {"twin", "RUN", "try one change beside the run as it was", options, runTwin};
}

std::vector<Command> lookingCommands() {
    return {
        {"eval", "RUN", "loss, accuracy and confusion on the validation data", {kCheckpoint, kData}, runEval},
        {"predict", "RUN FILES...", "what the network says about pictures", {kCheckpoint}, runPredict},
        {"inspect",
         "RUN",
         "look inside: how words attend to words, and where words and pictures lie",
         {{"--attention", "SENTENCE", "how each head attends to a sentence"},
          {"--off", "HEADS", "... with heads switched off: BLOCK.HEAD,..."},
          {"--embeddings", "FILE.csv", "the vectors of tokens, or of validation pictures"},
          {"--projection", "pca|tsne|umap", "... as a map"},
          {"--dimensions", "2|3", "of the map (default: 2)"},
          kCheckpoint,
          kData},
         runInspect},
        {"info",
         "RUN",
         "branches, checkpoints and marks of a run",
         {{"--machine", "", "this computer instead of a run"}},
         runInfo},
        {"verify",
         "RUN",
         "train every branch again and compare the states",
         {kData, {"--branch", "B", "only this branch"}},
         runVerify},
        {"compare",
         "RUN BEFORE AFTER",
         "which samples two checkpoints answer differently, and what moved between them",
         {kData},
         runCompare},
        {"xray",
         "FILE.safetensors",
         "look into any safetensors file, byte by byte",
         {{"--zero", "TENSOR", "set a tensor to zero ..."}, {"--out", "FILE", "... and save a copy"}},
         runXRay},
        {"repair", "RUN", "build the history of a damaged run anew from its checkpoints", {kData}, runRepair},
        {"export",
         "RUN",
         "take figures and weights home",
         {{"--chart", "FILE", "the chart as .svg, .png or .pdf"},
          {"--csv", "FILE", "every step and epoch"},
          {"--weights", "FILE", "the weights as safetensors"},
          {"--onnx", "FILE", "the network as ONNX, where built in"},
          kCheckpoint},
         runExport},
        {"pack", "RUN FILE.zip", "pack a run into one file", {}, runPack},
        {"unpack", "FILE.zip RUN", "open a packed run into a new folder", {}, runUnpack},
        {"check",
         "EXPERIMENT.json|BUILT-IN",
         "check an experiment and its data without training",
         {kData},
         runCheck},
        {"examples", "[NAME]", "list the built-in experiments, or print one", {}, runExamples},
        {"bench",
         "playground|mnist|cats|cats32|gpt|gpt-write",
         "measure how fast this computer trains",
         {{"--seconds", "S", "for how long (default: 3)"}},
         runBench},
    };
}

QString optionLines(const std::vector<OptionWord>& options) {
    QString lines;
    for (const OptionWord& option : options) {
        const QString word =
            QString::fromStdString(option.value.empty() ? option.name : option.name + ' ' + option.value);
        lines += "  " + word.leftJustified(28) + ' ' + QString::fromStdString(option.help) + '\n';
    }
    return lines;
}

} // namespace

const std::vector<Command>& commandTable() {
    static const std::vector<Command> table = [] {
        std::vector<Command> all = trainingCommands();
        std::vector<Command> text = textCommands();
        std::move(text.begin(), text.end(), std::back_inserter(all));
        all.push_back(twinCommand());
        std::vector<Command> looking = lookingCommands();
        std::move(looking.begin(), looking.end(), std::back_inserter(all));
        return all;
    }();
    return table;
}

const std::vector<OptionWord>& commonOptions() {
    static const std::vector<OptionWord> options{
        {"--help", "", "this text"},
        {"--version", "", "the version"},
        {"--json", "", "one JSON object a line on stdout"},
        {"--quiet", "", "no talk and no progress"},
        {"--seed", "N", "seed instead of the experiment's"},
        {"--threads", "N", "threads (default: the cores there are); results do not depend on it"},
        {"--lang", "en|ko", "language of the messages"},
    };
    return options;
}

QString programHelp() {
    QString text =
        "neurarium-cli: train a network, watch it learn, go back\n\nneurarium-cli COMMAND ... [--help]\n\n";
    for (const Command& command : commandTable())
        text += "  " + QString::fromStdString(command.name).leftJustified(10) + ' ' +
                QString::fromStdString(command.summary) + '\n';
    return text + '\n' + optionLines(commonOptions()) +
           "\nExit codes: 0 done, 1 failed, 2 wrong usage or refused input, 3 damaged file,\n"
           "4 the last state could not be written, 5 diverged, 130 interrupted.";
}

QString commandHelp(const Command& command) {
    const QString head = QString("neurarium-cli %1 %2\n%3\n\n")
                             .arg(QString::fromStdString(command.name), QString::fromStdString(command.words),
                                  QString::fromStdString(command.summary));
    return (head + optionLines(command.options) + optionLines(commonOptions())).trimmed();
}

std::vector<std::string> exactWords(const Arguments& arguments, const std::vector<std::string>& what) {
    const std::vector<std::string>& rest = arguments.rest();
    if (rest.size() < what.size())
        throw Error(ProblemKind::Refused, what[rest.size()], explain("Problem", "It is missing"),
                    explain("Problem", "Add --help to see what this command needs."));
    if (rest.size() > what.size())
        throw Error(ProblemKind::Refused, rest[what.size()], explain("Problem", "One word too many"),
                    explain("Problem", "Add --help to see what this command needs."));
    return rest;
}

std::string onlyWord(const Arguments& arguments, const std::string& what) {
    return exactWords(arguments, {what}).front();
}

std::optional<DiskBudget> budgetOf(const Arguments& arguments) {
    const auto bytes = arguments.bytes("--budget");
    return bytes ? std::optional(DiskBudget{*bytes}) : std::nullopt;
}

int threadsOf(const Arguments& arguments) {
    constexpr std::int64_t kMost = 1024;
    const std::int64_t threads = arguments.integer("--threads", 1).value_or(0);
    if (threads > kMost)
        throw Error(ProblemKind::Refused, "--threads",
                    explain("Problem", "must be at most %1, is %2",
                            {std::to_string(kMost), std::to_string(threads)}));
    return static_cast<int>(threads);
}

} // namespace neurarium::cli
