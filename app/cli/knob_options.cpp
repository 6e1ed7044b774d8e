// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/knob_options.h"

#include "data/wrong_labels.h"
#include "report/error.h"
#include "session/run_notes.h"

namespace neurarium::cli {

namespace {

/// Labels can be wrong where there are classes: the run knows, before any data is read.
void checkLabels(const std::string& run, double fraction) {
    const auto store = RunStore::open(run, RunStore::Access::ReadOnly);
    if (isDataNoted(*store))
        checkMislabel(fraction, standInData(*store).training->description(), "--wrong-labels");
}

} // namespace

std::vector<OptionWord> knobOptions() {
    return {{"--dropout", "RATE|off", "change dropout first"},
            {"--lr", "X", "change the learning rate first"},
            {"--wrong-labels", "F", "make this part of the training labels wrong first: 0 to 1"}};
}

LiveSettings withKnobs(LiveSettings settings, const Arguments& arguments) {
    const auto dropout = arguments.text("--dropout");
    settings.dropoutOn = dropout ? *dropout != "off" : settings.dropoutOn;
    if (dropout && *dropout != "off")
        settings.dropout = arguments.number("--dropout");
    settings.learningRate = arguments.number("--lr").value_or(settings.learningRate);
    if (const auto fraction = arguments.number("--wrong-labels"))
        settings.wrongLabels = fraction;
    return settings;
}

void checkKnobs(const std::string& run, const Arguments& arguments) {
    const LiveSettings wanted = withKnobs({}, arguments);
    if (wanted.dropout && (*wanted.dropout < 0 || *wanted.dropout >= 1))
        throw Error(ProblemKind::Refused, "--dropout",
                    explain("Problem", "A rate from 0 to below 1, or off, is expected, this is \"%1\"",
                            {*arguments.text("--dropout")}));
    if (arguments.has("--lr") && wanted.learningRate <= 0)
        throw Error(ProblemKind::Refused, "--lr", explain("Problem", "A learning rate above 0 is expected"));
    if (wanted.wrongLabels)
        checkLabels(run, *wanted.wrongLabels);
}

} // namespace neurarium::cli
