// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/slot_details.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include "widgets/change_text.h"
#include "widgets/elided_label.h"
#include "widgets/icon.h"
#include "widgets/note_field.h"
#include "widgets/number_text.h"
#include "widgets/proof_text.h"
#include "widgets/recipe_words.h"
#include "widgets/slot_painter.h"
#include "widgets/text_scale.h"
#include "widgets/time_text.h"

namespace neurarium {

namespace {

constexpr int kThumbnailSide = 72;
constexpr int kIconSide = 16;
constexpr int kToolSide = 34;
constexpr int kPencilSide = 26;

/// A way back with the words that tell it from the other one.
QLayout* withHint(QPushButton* button, ElidedLabel* hint) {
    auto* column = new QVBoxLayout;
    column->setSpacing(1);
    column->addWidget(button);
    column->addWidget(hint);
    return column;
}

} // namespace

SlotDetails::SlotDetails(QWidget* parent)
    : QWidget(parent)
    , m_thumbnail(new QLabel(this))
    , m_letter(new QLabel(this))
    , m_name(new QLineEdit(this))
    , m_pencil(new QToolButton(this))
    , m_score(new QLabel(this))
    , m_result(new ElidedLabel(this))
    , m_place(new ElidedLabel(this))
    , m_moment(new ElidedLabel(this))
    , m_sample(new ElidedLabel(this))
    , m_note(new NoteField(this))
    , m_goBack(new QPushButton(this))
    , m_goBackHint(new ElidedLabel(this))
    , m_takeWeights(new QPushButton(this))
    , m_takeWeightsHint(new ElidedLabel(this))
    , m_twin(new QPushButton(this))
    , m_whatChanged(new QPushButton(this))
    , m_xRay(new QPushButton(this))
    , m_prove(new QPushButton(this))
    , m_save(new QToolButton(this))
    , m_more(new QToolButton(this))
    , m_codeIcon(new QLabel(this))
    , m_code(new ElidedLabel(this))
    , m_nothing(new QLabel(this)) {
    build();
    connectActions();
    retranslate();
    recolor();
    fitText();
    showCheckpoint();
}

void SlotDetails::build() {
    m_letter->setProperty("role", "title");
    for (QLabel* hint :
         {static_cast<QLabel*>(m_place), static_cast<QLabel*>(m_moment), static_cast<QLabel*>(m_code),
          static_cast<QLabel*>(m_goBackHint), static_cast<QLabel*>(m_takeWeightsHint), m_nothing})
        hint->setProperty("role", "hint");
    m_nothing->setWordWrap(true);
    m_goBack->setProperty("outlined", true);
    for (QPushButton* way : {m_goBack, m_takeWeights})
        way->setProperty("narrow", true);
    m_takeWeights->setProperty("quiet", true);
    for (QPushButton* question : {m_twin, m_whatChanged, m_xRay, m_prove})
        question->setProperty("link", true);
    constexpr int kLongestName = 80;
    m_name->setMaxLength(kLongestName);
    m_name->setMinimumWidth(60);
    m_name->setStyleSheet(
        QStringLiteral("QLineEdit:!focus:!hover { border: 1px solid transparent; }"
                       "QLineEdit { padding: 1px 4px; min-height: 18px; background: transparent; }"
                       "QLineEdit:focus { padding: 0px 2px; }"));
    m_pencil->setProperty("flat", true);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_nothing);
    buildTop(layout);
    layout->addWidget(m_note);
    buildWays(layout);
    buildQuestions(layout);
    layout->addStretch();
}

void SlotDetails::buildTop(QVBoxLayout* layout) {
    auto* title = new QHBoxLayout;
    title->setSpacing(8);
    title->addWidget(m_letter);
    title->addWidget(m_name, 1);
    title->addWidget(m_pencil);
    title->addWidget(m_score);
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    words->addLayout(title);
    words->addWidget(m_result);
    auto* place = new QHBoxLayout;
    place->setSpacing(4);
    place->addWidget(m_place, 1);
    place->addWidget(m_codeIcon);
    place->addWidget(m_code);
    words->addLayout(place);
    words->addWidget(m_moment);
    words->addWidget(m_sample);
    auto* top = new QHBoxLayout;
    top->setSpacing(12);
    top->addWidget(m_thumbnail, 0, Qt::AlignTop);
    top->addLayout(words, 1);
    layout->addLayout(top);
}

void SlotDetails::buildWays(QVBoxLayout* layout) {
    auto* ways = new QHBoxLayout;
    ways->setSpacing(6);
    ways->addLayout(withHint(m_goBack, m_goBackHint));
    ways->addLayout(withHint(m_takeWeights, m_takeWeightsHint));
    ways->addWidget(m_save);
    ways->addWidget(m_more);
    ways->addStretch();
    layout->addLayout(ways);
}

void SlotDetails::buildQuestions(QVBoxLayout* layout) {
    auto* questions = new QHBoxLayout;
    questions->setSpacing(1);
    questions->addWidget(m_twin);
    questions->addWidget(m_whatChanged);
    questions->addWidget(m_xRay);
    questions->addWidget(m_prove);
    questions->addStretch();
    layout->addLayout(questions);
}

void SlotDetails::fitText() {
    const double scale = textScale(this);
    const auto fit = [scale](QToolButton* button, int side) {
        button->setFixedSize(QSize(side, side) * scale);
        button->setIconSize(QSize(kIconSide, kIconSide) * scale);
    };
    fit(m_pencil, kPencilSide);
    fit(m_save, kToolSide);
    fit(m_more, kToolSide);
}

void SlotDetails::connectActions() {
    connect(m_pencil, &QToolButton::clicked, this, &SlotDetails::focusName);
    connect(m_name, &QLineEdit::editingFinished, this, &SlotDetails::rename);
    connect(m_note, &NoteField::edited, this,
            [this](const QString& note) { emit noteEdited(m_checkpoint.id, note); });
    const auto ask = [this](QPushButton* button, void (SlotDetails::*signal)(CheckpointId)) {
        connect(button, &QPushButton::clicked, this,
                [this, signal] { emit(this->*signal)(m_checkpoint.id); });
    };
    ask(m_goBack, &SlotDetails::goBackRequested);
    ask(m_takeWeights, &SlotDetails::takeWeightsRequested);
    ask(m_twin, &SlotDetails::twinRequested);
    ask(m_whatChanged, &SlotDetails::whatChangedRequested);
    ask(m_xRay, &SlotDetails::xRayRequested);
    ask(m_prove, &SlotDetails::proveRequested);
    connect(m_save, &QToolButton::clicked, this, &SlotDetails::saveRequested);
    connect(m_more, &QToolButton::clicked, this, &SlotDetails::openMenu);
}

void SlotDetails::setCheckpoint(const CheckpointInfo& checkpoint) {
    if (checkpoint == m_checkpoint)
        return;
    m_checkpoint = checkpoint;
    m_name->setText(slotName(checkpoint));
    m_note->setNote(QString::fromStdString(checkpoint.note));
    showCheckpoint();
}

void SlotDetails::clear() {
    m_checkpoint = {};
    m_picture = {};
    m_proof.reset();
    showCheckpoint();
}

void SlotDetails::setThumbnail(const QImage& picture) {
    m_picture = picture;
    showParts();
}

void SlotDetails::setProof(const std::optional<Proof>& proof) {
    m_proof = proof;
    showProof();
}

void SlotDetails::setCompact(bool compact) {
    m_compact = compact;
    showParts();
}

void SlotDetails::setActionsEnabled(bool enabled) {
    m_enabled = enabled;
    showParts();
}

void SlotDetails::focusName() {
    if (m_checkpoint.id)
        m_name->setFocus(Qt::ShortcutFocusReason);
}

void SlotDetails::rename() {
    const QString name = m_name->text().trimmed();
    if (m_checkpoint.id && name != slotName(m_checkpoint))
        emit renameRequested(m_checkpoint.id, name);
}

void SlotDetails::openMenu() {
    QMenu menu(this);
    menu.setToolTipsVisible(true);
    for (QPushButton* button : {m_takeWeights, m_twin, m_whatChanged, m_xRay, m_prove}) {
        QAction* action = menu.addAction(button->text());
        action->setToolTip(button->toolTip());
        action->setEnabled(button->isEnabled());
        connect(action, &QAction::triggered, button, &QPushButton::click);
    }
    QAction* note = menu.addAction(tr("Note …"));
    note->setToolTip(m_note->note());
    const QPoint below = m_more->mapToGlobal(QPoint(0, m_more->height()));
    if (menu.exec(below) == note)
        m_note->edit(this);
}

void SlotDetails::showCheckpoint() {
    m_letter->setText(m_checkpoint.letter.empty() ? tr("Epoch %1").arg(countText(m_checkpoint.epoch))
                                                  : QString::fromStdString(m_checkpoint.letter));
    m_score->setText(scoreText(m_checkpoint));
    QStringList results;
    if (m_checkpoint.validationAccuracy)
        results << tr("%1 right").arg(percentText(*m_checkpoint.validationAccuracy, 1));
    if (m_checkpoint.validationLoss)
        results << tr("loss %1").arg(lossText(*m_checkpoint.validationLoss));
    m_result->setText(results.join(QStringLiteral(", ")));
    QStringList place{
        tr("epoch %1 · step %2").arg(countText(m_checkpoint.epoch), countText(m_checkpoint.step))};
    QStringList moment{momentText(m_checkpoint.savedAt, QDateTime::currentDateTime()),
                       bytesText(m_checkpoint.bytes)};
    moment.removeAll(QString());
    if (!m_checkpoint.sample.empty()) // makes room for it
        place += std::exchange(moment, {});
    m_place->setText(place.join(QStringLiteral(" · ")));
    m_moment->setText(moment.join(QStringLiteral(" · ")));
    showSample();
    showProof();
    showParts();
}

/// What a text network wrote there.
void SlotDetails::showSample() {
    const QString sample = QString::fromStdString(m_checkpoint.sample);
    m_sample->setText(QStringLiteral("“%1”").arg(sample.simplified()));
    m_sample->setAccessibleName(tr("It wrote: %1").arg(sample.simplified()));
    m_sample->setToolTip(
        QStringLiteral("<p>%1</p><p>%2</p>")
            .arg(tr("From the same beginning and with the same dice at each slot:"), sample.toHtmlEscaped()));
}

void SlotDetails::showParts() {
    const bool any = static_cast<bool>(m_checkpoint.id);
    const bool large = any && !m_compact;
    const auto show = [](bool visible, std::initializer_list<QWidget*> parts) {
        for (QWidget* part : parts)
            part->setVisible(visible);
    };
    m_nothing->setText(m_compact ? tr("Choose a slot on the timeline.")
                                 : tr("Choose a slot on the timeline to see what was saved there."));
    const QSize side = QSize(kThumbnailSide, kThumbnailSide) * textScale(this);
    if (!m_picture.isNull())
        m_thumbnail->setPixmap(
            QPixmap::fromImage(m_picture.scaled(side, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
    show(!any, {m_nothing});
    show(any, {m_letter, m_name, m_goBack});
    show(any && m_compact, {m_score, m_more});
    show(m_compact, {m_save});
    show(large && !m_result->text().isEmpty(), {m_result});
    show(large && !m_moment->text().isEmpty(), {m_moment});
    show(large, {m_pencil, m_place, m_note, m_goBackHint, m_takeWeights, m_takeWeightsHint, m_twin,
                 m_whatChanged, m_xRay, m_prove, m_code});
    show(large && !m_checkpoint.sample.empty(), {m_sample});
    show(large && !m_picture.isNull(), {m_thumbnail});
    show(large && m_proof, {m_codeIcon});
    layout()->setContentsMargins(m_compact ? QMargins(10, 2, 10, 2) : QMargins(14, 4, 14, 2));
    layout()->setSpacing(m_compact ? 2 : 4);
    for (QPushButton* button : {m_goBack, m_takeWeights, m_twin, m_whatChanged, m_prove})
        button->setEnabled(m_enabled);
}

/// The code of the state, or what training once more has shown.
void SlotDetails::showProof() {
    const QString code = QString::fromStdString(m_checkpoint.shortCode());
    const bool equal = m_proof && m_proof->equal;
    m_code->setText(m_proof && !equal ? tr("differs") : code);
    m_code->setToolTip(m_proof ? proofText(*m_proof)
                               : tr("The same code means the same state to the last bit."));
    m_code->setAccessibleName(m_proof ? proofText(*m_proof) : tr("code %1").arg(code));
    m_codeIcon->setPixmap(iconPixmap(equal ? QStringLiteral("check") : QStringLiteral("cross"),
                                     {equal ? Token::Good : Token::Bad, &Theme::of(this)}, kIconSide,
                                     devicePixelRatioF()));
    m_codeIcon->setVisible(m_checkpoint.id && !m_compact && m_proof);
}

void SlotDetails::retranslate() {
    explainWays();
    m_twin->setText(tr("Try one change"));
    m_twin->setToolTip(tr("Trains twice from here: once as it was, once with one change."));
    m_whatChanged->setText(tr("What changed?"));
    m_whatChanged->setToolTip(
        tr("Compares this slot with another: which answers flipped, and which layers moved most."));
    m_xRay->setText(tr("X-ray"));
    m_xRay->setToolTip(
        tr("Looks into the file of this slot: its header, its tensors, and each byte counted."));
    m_prove->setText(tr("Prove it"));
    m_prove->setToolTip(tr("Trains the recorded steps to the next save once more and compares every bit."));
    m_name->setText(slotName(m_checkpoint));
    m_name->setPlaceholderText(tr("Name this slot"));
    m_name->setAccessibleName(tr("Name of the slot"));
    for (auto [button, text] : {std::pair{m_save, tr("Save here")}, std::pair{m_more, tr("More")},
                                std::pair{m_pencil, tr("Change the name")}}) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    }
}

void SlotDetails::explainWays() {
    m_goBack->setText(tr("Go back here"));
    m_goBackHint->setText(tr("all exactly as it was"));
    m_goBack->setToolTip(
        tr("Everything becomes exactly as it was: weights, optimizer, random numbers and the order of "
           "the data. Nothing is deleted; training on begins a new branch."));
    m_takeWeights->setText(tr("Take only the weights"));
    m_takeWeightsHint->setText(tr("all else starts afresh"));
    m_takeWeights->setToolTip(
        tr("The network gets the weights of this slot. The optimizer starts afresh and the knobs "
           "stay as they are now, so training goes on differently than it did then."));
    for (auto [button, hint] :
         {std::pair{m_goBack, m_goBackHint}, std::pair{m_takeWeights, m_takeWeightsHint}}) {
        hint->setToolTip(button->toolTip());
        button->setAccessibleDescription(button->toolTip());
    }
}

void SlotDetails::recolor() {
    const Theme& theme = Theme::of(this);
    m_goBack->setIcon(icon(QStringLiteral("goback"), {Token::Accent, &theme}));
    m_pencil->setIcon(icon(QStringLiteral("pencil"), {Token::Text3, &theme}));
    m_save->setIcon(icon(QStringLiteral("save"), {Token::Text, &theme}));
    m_more->setIcon(icon(QStringLiteral("more"), {Token::Text, &theme}));
    showProof();
}

void SlotDetails::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showCheckpoint();
    } else if (event->type() == QEvent::PaletteChange) {
        recolor();
    } else if (event->type() == QEvent::FontChange) {
        fitText();
        showParts();
    }
}

} // namespace neurarium
