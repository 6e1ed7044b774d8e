<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Cli</name>
    <message numerus="yes">
        <source>%n file(s) could not be used; the first is %1</source>
        <translation>
            <numerusform>%n file could not be used; the first is %1</numerusform>
            <numerusform>%n files could not be used; the first is %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neurarium::AnswerPainter</name>
    <message numerus="yes">
        <source>%Ln epoch(s)</source>
        <translation>
            <numerusform>%Ln epoch</numerusform>
            <numerusform>%Ln epochs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neurarium::ArchiveDialog</name>
    <message numerus="yes">
        <source>%n save(s), %1 when unpacked</source>
        <translation>
            <numerusform>%n save, %1 when unpacked</numerusform>
            <numerusform>%n saves, %1 when unpacked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neurarium::BudgetDialog</name>
    <message numerus="yes">
        <source>%n automatic save(s) would go at once: %1.</source>
        <translation>
            <numerusform>%n automatic save would go at once: %1.</numerusform>
            <numerusform>%n automatic saves would go at once: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n automatic save(s) will go with the next one: %1.</source>
        <translation>
            <numerusform>%n automatic save will go with the next one: %1.</numerusform>
            <numerusform>%n automatic saves will go with the next one: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neurarium::FlipList</name>
    <message numerus="yes">
        <source>%n was right, is wrong</source>
        <translation>
            <numerusform>%n was right, is wrong</numerusform>
            <numerusform>%n were right, are wrong</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n was wrong, is right</source>
        <translation>
            <numerusform>%n was wrong, is right</numerusform>
            <numerusform>%n were wrong, are right</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neurarium::ImportReportView</name>
    <message numerus="yes">
        <source>%1 photos in %n class(es) are ready.</source>
        <translation>
            <numerusform>%1 photos in %n class are ready.</numerusform>
            <numerusform>%1 photos in %n classes are ready.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neurarium::LabPage</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%Ln photo</numerusform>
            <numerusform>%Ln photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new photo(s)</source>
        <translation>
            <numerusform>%Ln new photo</numerusform>
            <numerusform>%Ln new photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%Ln point</numerusform>
            <numerusform>%Ln points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new point(s)</source>
        <translation>
            <numerusform>%Ln new point</numerusform>
            <numerusform>%Ln new points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <translation>
            <numerusform>%Ln sample</numerusform>
            <numerusform>%Ln samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new sample(s)</source>
        <translation>
            <numerusform>%Ln new sample</numerusform>
            <numerusform>%Ln new samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neurarium::MapCanvas</name>
    <message numerus="yes">
        <source>%n thing(s), none chosen</source>
        <translation>
            <numerusform>%n thing, none chosen</numerusform>
            <numerusform>%n things, none chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neurarium::PromptStrip</name>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neurarium::ProofWords</name>
    <message numerus="yes">
        <source>identical to the bit · %1 · %n step(s)</source>
        <translation>
            <numerusform>identical to the bit · %1 · %n step</numerusform>
            <numerusform>identical to the bit · %1 · %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not the same after %n step(s): first in %1</source>
        <translation>
            <numerusform>not the same after %n step: first in %1</numerusform>
            <numerusform>not the same after %n steps: first in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neurarium::RepeatWatch</name>
    <message numerus="yes">
        <source>Back at %1: %n step(s) repeated, all the same</source>
        <translation>
            <numerusform>Back at %1: %n step repeated, all the same</numerusform>
            <numerusform>Back at %1: %n steps repeated, all the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Branch %1 repeats branch %2: %n step(s), all the same</source>
        <translation>
            <numerusform>Branch %1 repeats branch %2: %n step, all the same</numerusform>
            <numerusform>Branch %1 repeats branch %2: %n steps, all the same</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neurarium::TimeWords</name>
    <message numerus="yes">
        <source>about %n s left</source>
        <translation>
            <numerusform>about %n s left</numerusform>
            <numerusform>about %n s left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>about %n min left</numerusform>
            <numerusform>about %n min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n h left</source>
        <translation>
            <numerusform>about %n h left</numerusform>
            <numerusform>about %n h left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neurarium::TokenWords</name>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neurarium::TwinDialog</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neurarium::TwinWords</name>
    <message numerus="yes">
        <source>With %1 the validation loss after %n step(s) is %2 lower</source>
        <translation>
            <numerusform>With %1 the validation loss after %n step is %2 lower</numerusform>
            <numerusform>With %1 the validation loss after %n steps is %2 lower</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With %1 the validation loss after %n step(s) is %2 higher</source>
        <translation>
            <numerusform>With %1 the validation loss after %n step is %2 higher</numerusform>
            <numerusform>With %1 the validation loss after %n steps is %2 higher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With %1 the validation loss after %n step(s) is the same</source>
        <translation>
            <numerusform>With %1 the validation loss after %n step is the same</numerusform>
            <numerusform>With %1 the validation loss after %n steps is the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With %1 the loss of the last %n step(s) is %2 lower</source>
        <translation>
            <numerusform>With %1 the loss of the last %n step is %2 lower</numerusform>
            <numerusform>With %1 the loss of the last %n steps is %2 lower</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With %1 the loss of the last %n step(s) is %2 higher</source>
        <translation>
            <numerusform>With %1 the loss of the last %n step is %2 higher</numerusform>
            <numerusform>With %1 the loss of the last %n steps is %2 higher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With %1 the loss of the last %n step(s) is the same</source>
        <translation>
            <numerusform>With %1 the loss of the last %n step is the same</numerusform>
            <numerusform>With %1 the loss of the last %n steps is the same</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neurarium::WritingPanel</name>
    <message numerus="yes">
        <source>The context is full: %n token(s) are all that it can see. Start again, or shorten the prompt.</source>
        <translation>
            <numerusform>The context is full: %n token is all that it can see. Start again, or shorten the prompt.</numerusform>
            <numerusform>The context is full: %n tokens are all that it can see. Start again, or shorten the prompt.</numerusform>
        </translation>
    </message>
</context>
</TS>
