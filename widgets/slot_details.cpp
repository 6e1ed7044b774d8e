// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/slot_details.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include "widgets/change_text.h"
#include "widgets/elided_label.h"
#include "widgets/flow_layout.h"
#include "widgets/icon.h"
#include "widgets/number_text.h"
#include "widgets/recipe_words.h"
#include "widgets/slot_painter.h"
#include "widgets/text_scale.h"

namespace neurarium {

namespace {

constexpr int kThumbnailSide = 60;
constexpr int kIconSide = 16;
constexpr int kToolSide = 34;
constexpr int kPencilSide = 26;

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
    , m_goBack(new QPushButton(this))
    , m_takeWeights(new QPushButton(this))
    , m_whatChanged(new QPushButton(this))
    , m_xRay(new QPushButton(this))
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
    m_place->setProperty("role", "hint");
    m_code->setProperty("role", "hint");
    m_nothing->setProperty("role", "hint");
    m_nothing->setWordWrap(true);
    m_goBack->setProperty("outlined", true);
    constexpr int kLongestName = 80;
    m_name->setMaxLength(kLongestName);
    m_name->setMinimumWidth(60);
    m_name->setStyleSheet(
        QStringLiteral("QLineEdit:!focus:!hover { border: 1px solid transparent; }"
                       "QLineEdit { padding: 1px 4px; min-height: 18px; background: transparent; }"
                       "QLineEdit:focus { padding: 0px 2px; }"));
    m_pencil->setProperty("flat", true);

    auto* title = new QHBoxLayout;
    title->setSpacing(8);
    title->addWidget(m_letter);
    title->addWidget(m_name, 1);
    title->addWidget(m_pencil);
    title->addWidget(m_score);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addLayout(title);
    words->addWidget(m_result);
    words->addWidget(m_place);
    auto* top = new QHBoxLayout;
    top->setSpacing(12);
    top->addWidget(m_thumbnail, 0, Qt::AlignTop);
    top->addLayout(words, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 8, 14, 8);
    layout->setSpacing(6);
    layout->addWidget(m_nothing);
    layout->addLayout(top);
    buildActions(layout);
    layout->addStretch();
}

void SlotDetails::buildActions(QVBoxLayout* layout) {
    auto* actions = new FlowLayout(nullptr, 6);
    actions->addWidget(m_goBack);
    actions->addWidget(m_whatChanged);
    actions->addWidget(m_takeWeights);
    actions->addWidget(m_xRay);
    actions->addWidget(m_save);
    actions->addWidget(m_more);
    layout->addLayout(actions);
    auto* code = new QHBoxLayout;
    code->setSpacing(6);
    code->addWidget(m_codeIcon);
    code->addWidget(m_code, 1);
    layout->addLayout(code);
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
    connect(m_goBack, &QPushButton::clicked, this, [this] { emit goBackRequested(m_checkpoint.id); });
    connect(m_takeWeights, &QPushButton::clicked, this,
            [this] { emit takeWeightsRequested(m_checkpoint.id); });
    connect(m_whatChanged, &QPushButton::clicked, this,
            [this] { emit whatChangedRequested(m_checkpoint.id); });
    connect(m_xRay, &QPushButton::clicked, this, [this] { emit xRayRequested(m_checkpoint.id); });
    connect(m_save, &QToolButton::clicked, this, &SlotDetails::saveRequested);
    connect(m_more, &QToolButton::clicked, this, &SlotDetails::openMenu);
}

void SlotDetails::setCheckpoint(const CheckpointInfo& checkpoint) {
    if (checkpoint == m_checkpoint)
        return;
    m_checkpoint = checkpoint;
    m_name->setText(slotName(checkpoint));
    showCheckpoint();
}

void SlotDetails::clear() {
    m_checkpoint = {};
    m_picture = {};
    showCheckpoint();
}

void SlotDetails::setThumbnail(const QImage& picture) {
    m_picture = picture;
    showCheckpoint();
}

void SlotDetails::setCompact(bool compact) {
    m_compact = compact;
    showCheckpoint();
}

void SlotDetails::setActionsEnabled(bool enabled) {
    m_enabled = enabled;
    showCheckpoint();
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
    for (QPushButton* button : {m_takeWeights, m_whatChanged, m_xRay}) {
        QAction* action = menu.addAction(button->text());
        action->setToolTip(button->toolTip());
        action->setEnabled(button->isEnabled());
        connect(action, &QAction::triggered, button, &QPushButton::click);
    }
    const QPoint below = m_more->mapToGlobal(QPoint(0, m_more->height()));
    menu.exec(below);
}

void SlotDetails::showCheckpoint() {
    const bool any = static_cast<bool>(m_checkpoint.id);
    const bool large = any && !m_compact;
    m_nothing->setVisible(!any);
    m_nothing->setText(m_compact ? tr("Choose a slot on the timeline.")
                                 : tr("Choose a slot on the timeline to see what was saved there."));
    m_thumbnail->setVisible(large && !m_picture.isNull());
    if (!m_picture.isNull())
        m_thumbnail->setPixmap(QPixmap::fromImage(
            m_picture.scaled(kThumbnailSide, kThumbnailSide, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
    for (QWidget* part :
         {static_cast<QWidget*>(m_letter), static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_goBack)})
        part->setVisible(any);
    m_score->setVisible(any && m_compact);
    for (QWidget* part : {static_cast<QWidget*>(m_result), static_cast<QWidget*>(m_place),
                          static_cast<QWidget*>(m_takeWeights), static_cast<QWidget*>(m_whatChanged),
                          static_cast<QWidget*>(m_xRay), static_cast<QWidget*>(m_code)})
        part->setVisible(large);
    m_pencil->setVisible(large);
    m_codeIcon->setVisible(large && !m_checkpoint.sha256.empty());
    layout()->setContentsMargins(m_compact ? QMargins(10, 3, 10, 3) : QMargins(14, 8, 14, 8));
    layout()->setSpacing(m_compact ? 3 : 6);
    m_save->setVisible(m_compact);
    m_more->setVisible(any && m_compact);
    m_goBack->setEnabled(m_enabled);
    m_takeWeights->setEnabled(m_enabled);
    m_whatChanged->setEnabled(m_enabled);

    m_letter->setText(m_checkpoint.letter.empty() ? tr("Epoch %1").arg(countText(m_checkpoint.epoch))
                                                  : QString::fromStdString(m_checkpoint.letter));
    m_score->setText(scoreText(m_checkpoint));
    QStringList results;
    if (m_checkpoint.validationAccuracy)
        results << tr("%1 right").arg(percentText(*m_checkpoint.validationAccuracy, 1));
    if (m_checkpoint.validationLoss)
        results << tr("loss %1").arg(lossText(*m_checkpoint.validationLoss));
    m_result->setText(results.join(QStringLiteral(", ")));
    m_place->setText(
        tr("epoch %1 · step %2 · %3")
            .arg(countText(m_checkpoint.epoch), countText(m_checkpoint.step), bytesText(m_checkpoint.bytes)));
    m_code->setText(tr("code %1").arg(QString::fromStdString(m_checkpoint.shortCode())));
    m_code->setVisible(large && !m_checkpoint.sha256.empty());
}

void SlotDetails::retranslate() {
    m_goBack->setText(tr("Go back here"));
    m_goBack->setToolTip(
        tr("Everything becomes exactly as it was: weights, optimizer, random numbers and the order of "
           "the data. Nothing is deleted; training on begins a new branch."));
    m_takeWeights->setText(tr("Take only the weights"));
    m_takeWeights->setToolTip(
        tr("The network gets the weights of this slot. The optimizer starts afresh and the knobs "
           "stay as they are now, so training goes on differently than it did then."));
    m_xRay->setText(tr("X-ray"));
    m_xRay->setToolTip(
        tr("Looks into the file of this slot: its header, its tensors, and each byte counted."));
    m_whatChanged->setText(tr("What changed?"));
    m_whatChanged->setToolTip(
        tr("Compares this slot with another: which answers flipped, and which layers moved most."));
    m_name->setText(slotName(m_checkpoint));
    m_name->setPlaceholderText(tr("Name this slot"));
    m_name->setAccessibleName(tr("Name of the slot"));
    m_code->setToolTip(tr("The same code means the same state to the last bit."));
    for (auto [button, text] : {std::pair{m_save, tr("Save here")}, std::pair{m_more, tr("More")},
                                std::pair{m_pencil, tr("Change the name")}}) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    }
}

void SlotDetails::recolor() {
    const Theme& theme = Theme::of(this);
    m_goBack->setIcon(icon(QStringLiteral("goback"), {Token::Accent, &theme}));
    m_pencil->setIcon(icon(QStringLiteral("pencil"), {Token::Text3, &theme}));
    m_save->setIcon(icon(QStringLiteral("save"), {Token::Text, &theme}));
    m_more->setIcon(icon(QStringLiteral("more"), {Token::Text, &theme}));
    m_codeIcon->setPixmap(
        iconPixmap(QStringLiteral("check"), {Token::Good, &theme}, kIconSide, devicePixelRatioF()));
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
    }
}

} // namespace neurarium
