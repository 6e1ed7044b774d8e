// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/recipe_words.h"

#include <algorithm>
#include <iterator>

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "widgets/option_text.h"

namespace neurarium {

namespace {

struct Word {
    const char* name;
    const char* english;
};

constexpr Word kKinds[] = {
    {"linear", QT_TRANSLATE_NOOP("RecipeWords", "Dense")},
    {"conv2d", QT_TRANSLATE_NOOP("RecipeWords", "Convolution")},
    {"max_pool2d", QT_TRANSLATE_NOOP("RecipeWords", "Max pooling")},
    {"avg_pool2d", QT_TRANSLATE_NOOP("RecipeWords", "Average pooling")},
    {"global_avg_pool2d", QT_TRANSLATE_NOOP("RecipeWords", "Global average pooling")},
    {"relu", QT_TRANSLATE_NOOP("RecipeWords", "ReLU")},
    {"leaky_relu", QT_TRANSLATE_NOOP("RecipeWords", "Leaky ReLU")},
    {"tanh", QT_TRANSLATE_NOOP("RecipeWords", "Tanh")},
    {"sigmoid", QT_TRANSLATE_NOOP("RecipeWords", "Sigmoid")},
    {"gelu", QT_TRANSLATE_NOOP("RecipeWords", "GELU")},
    {"silu", QT_TRANSLATE_NOOP("RecipeWords", "SiLU")},
    {"softmax", QT_TRANSLATE_NOOP("RecipeWords", "Softmax")},
    {"dropout", QT_TRANSLATE_NOOP("RecipeWords", "Dropout")},
    {"batch_norm", QT_TRANSLATE_NOOP("RecipeWords", "Batch normalisation")},
    {"layer_norm", QT_TRANSLATE_NOOP("RecipeWords", "Layer normalisation")},
    {"flatten", QT_TRANSLATE_NOOP("RecipeWords", "Into one row")},
    {"residual", QT_TRANSLATE_NOOP("RecipeWords", "Residual block")},
    {"token_embedding", QT_TRANSLATE_NOOP("RecipeWords", "Token embedding")},
    {"position_embedding", QT_TRANSLATE_NOOP("RecipeWords", "Position embedding")},
    {"transformer_block", QT_TRANSLATE_NOOP("RecipeWords", "Transformer block")},
    {"image-folder", QT_TRANSLATE_NOOP("RecipeWords", "Folder of photos")},
    {"cat-sketches", QT_TRANSLATE_NOOP("RecipeWords", "Cat sketches")},
    {"toy", QT_TRANSLATE_NOOP("RecipeWords", "Points")},
    {"mnist", QT_TRANSLATE_NOOP("RecipeWords", "MNIST digits")},
    {"cifar10", QT_TRANSLATE_NOOP("RecipeWords", "CIFAR-10 pictures")},
    {"csv", QT_TRANSLATE_NOOP("RecipeWords", "Table (CSV)")},
    {"text", QT_TRANSLATE_NOOP("RecipeWords", "Text")},
    {"tensors", QT_TRANSLATE_NOOP("RecipeWords", "Tensors (safetensors)")},
    {"stories", QT_TRANSLATE_NOOP("RecipeWords", "Little stories")},
    {"cross_entropy", QT_TRANSLATE_NOOP("RecipeWords", "Cross-entropy")},
    {"binary_cross_entropy", QT_TRANSLATE_NOOP("RecipeWords", "Cross-entropy, two classes")},
    {"mse", QT_TRANSLATE_NOOP("RecipeWords", "Squared error")},
    {"mae", QT_TRANSLATE_NOOP("RecipeWords", "Absolute error")},
    {"sgd", QT_TRANSLATE_NOOP("RecipeWords", "Gradient descent (SGD)")},
    {"adam", QT_TRANSLATE_NOOP("RecipeWords", "Adam")},
    {"adamw", QT_TRANSLATE_NOOP("RecipeWords", "AdamW")},
    {"constant", QT_TRANSLATE_NOOP("RecipeWords", "Always the same")},
    {"step", QT_TRANSLATE_NOOP("RecipeWords", "In steps")},
    {"cosine", QT_TRANSLATE_NOOP("RecipeWords", "Cosine")},
    {"plateau", QT_TRANSLATE_NOOP("RecipeWords", "When it gets stuck")},
};

constexpr Word kOptions[] = {
    {"out_features", QT_TRANSLATE_NOOP("RecipeWords", "Neurons")},
    {"out_channels", QT_TRANSLATE_NOOP("RecipeWords", "Maps")},
    {"kernel", QT_TRANSLATE_NOOP("RecipeWords", "Window")},
    {"stride", QT_TRANSLATE_NOOP("RecipeWords", "Stride")},
    {"padding", QT_TRANSLATE_NOOP("RecipeWords", "Padding")},
    {"groups", QT_TRANSLATE_NOOP("RecipeWords", "Groups")},
    {"bias", QT_TRANSLATE_NOOP("RecipeWords", "Bias")},
    {"slope", QT_TRANSLATE_NOOP("RecipeWords", "Slope below 0")},
    {"rate", QT_TRANSLATE_NOOP("RecipeWords", "Rate")},
    {"momentum", QT_TRANSLATE_NOOP("RecipeWords", "Momentum")},
    {"eps", QT_TRANSLATE_NOOP("RecipeWords", "Epsilon")},
    {"vocab", QT_TRANSLATE_NOOP("RecipeWords", "Vocabulary")},
    {"tokenizer", QT_TRANSLATE_NOOP("RecipeWords", "Cut into")},
    {"dim", QT_TRANSLATE_NOOP("RecipeWords", "Dimensions")},
    {"length", QT_TRANSLATE_NOOP("RecipeWords", "Length")},
    {"heads", QT_TRANSLATE_NOOP("RecipeWords", "Heads")},
    {"mlp_ratio", QT_TRANSLATE_NOOP("RecipeWords", "Inner width, times")},
    {"dropout", QT_TRANSLATE_NOOP("RecipeWords", "Dropout")},
    {"causal", QT_TRANSLATE_NOOP("RecipeWords", "Looks back only")},
    {"path", QT_TRANSLATE_NOOP("RecipeWords", "Place")},
    {"image_size", QT_TRANSLATE_NOOP("RecipeWords", "Height, width")},
    {"shape", QT_TRANSLATE_NOOP("RecipeWords", "Shape")},
    {"samples", QT_TRANSLATE_NOOP("RecipeWords", "Samples")},
    {"noise", QT_TRANSLATE_NOOP("RecipeWords", "Noise")},
    {"wrong_labels", QT_TRANSLATE_NOOP("RecipeWords", "Wrong labels")},
    {"classes", QT_TRANSLATE_NOOP("RecipeWords", "Classes")},
    {"language", QT_TRANSLATE_NOOP("RecipeWords", "Language")},
    {"target", QT_TRANSLATE_NOOP("RecipeWords", "Column to learn")},
    {"columns", QT_TRANSLATE_NOOP("RecipeWords", "Columns to use")},
    {"delimiter", QT_TRANSLATE_NOOP("RecipeWords", "Delimiter")},
    {"context", QT_TRANSLATE_NOOP("RecipeWords", "Tokens seen at once")},
    {"label_smoothing", QT_TRANSLATE_NOOP("RecipeWords", "Label smoothing")},
    {"lr", QT_TRANSLATE_NOOP("RecipeWords", "Learning rate")},
    {"nesterov", QT_TRANSLATE_NOOP("RecipeWords", "Nesterov")},
    {"weight_decay", QT_TRANSLATE_NOOP("RecipeWords", "Weight decay")},
    {"betas", QT_TRANSLATE_NOOP("RecipeWords", "Betas")},
    {"min_lr", QT_TRANSLATE_NOOP("RecipeWords", "Smallest rate")},
    {"warmup_steps", QT_TRANSLATE_NOOP("RecipeWords", "Warm-up steps")},
    {"every", QT_TRANSLATE_NOOP("RecipeWords", "Every (epochs)")},
    {"factor", QT_TRANSLATE_NOOP("RecipeWords", "Factor")},
    {"patience", QT_TRANSLATE_NOOP("RecipeWords", "Patience (epochs)")},
    {"epochs", QT_TRANSLATE_NOOP("RecipeWords", "Epochs")},
    {"flip", QT_TRANSLATE_NOOP("RecipeWords", "Flip")},
    {"rotate", QT_TRANSLATE_NOOP("RecipeWords", "Turn up to")},
    {"shift", QT_TRANSLATE_NOOP("RecipeWords", "Shift up to")},
    {"zoom", QT_TRANSLATE_NOOP("RecipeWords", "Zoom up to")},
    {"brightness", QT_TRANSLATE_NOOP("RecipeWords", "Brightness up to")},
    {"holes", QT_TRANSLATE_NOOP("RecipeWords", "Number of holes")},
    {"hole_size", QT_TRANSLATE_NOOP("RecipeWords", "Size of a hole")},
    {"labels_right", QT_TRANSLATE_NOOP("RecipeWords", "Correct the labels")},
    {"activation", QT_TRANSLATE_NOOP("RecipeWords", "Activation")},
    {"stop_early", QT_TRANSLATE_NOOP("RecipeWords", "Stop early after")},
    {"gradient_clip", QT_TRANSLATE_NOOP("RecipeWords", "Longest gradient")},
    {"checkpoint_every", QT_TRANSLATE_NOOP("RecipeWords", "Save every (epochs)")},
    {"seed", QT_TRANSLATE_NOOP("RecipeWords", "Random seed")},
    {"shuffle", QT_TRANSLATE_NOOP("RecipeWords", "Shuffle")},
    {"validation_path", QT_TRANSLATE_NOOP("RecipeWords", "Check with")},
};

constexpr Word kHints[] = {
    {"stop_early", QT_TRANSLATE_NOOP("RecipeWords", "Epochs without a better validation loss; 0: never.")},
    {"gradient_clip", QT_TRANSLATE_NOOP("RecipeWords", "Longer gradients are shortened to this; 0: never.")},
    {"checkpoint_every", QT_TRANSLATE_NOOP("RecipeWords", "0: the program chooses, at most once a second.")},
    {"seed", QT_TRANSLATE_NOOP("RecipeWords", "The same seed gives the same numbers on every computer.")},
    {"warmup_steps", QT_TRANSLATE_NOOP("RecipeWords", "The learning rate rises from 0 during these steps.")},
    {"rate", QT_TRANSLATE_NOOP("RecipeWords", "The part of the neurons that sleep in each step.")},
    {"kernel", QT_TRANSLATE_NOOP("RecipeWords", "The side of the square that is looked at at once.")},
    {"stride", QT_TRANSLATE_NOOP("RecipeWords", "How far the square moves each time.")},
    {"padding", QT_TRANSLATE_NOOP("RecipeWords", "Empty border added around the picture.")},
    {"validation_path",
     QT_TRANSLATE_NOOP("RecipeWords", "Data kept in a place of its own; empty: a part of the above.")},
};

constexpr Word kChoices[] = {
    {"spiral", QT_TRANSLATE_NOOP("RecipeWords", "Spiral")},
    {"circles", QT_TRANSLATE_NOOP("RecipeWords", "Circles")},
    {"xor", QT_TRANSLATE_NOOP("RecipeWords", "Corners (XOR)")},
    {"moons", QT_TRANSLATE_NOOP("RecipeWords", "Moons")},
    {"gaussians", QT_TRANSLATE_NOOP("RecipeWords", "Two clouds")},
    {"line", QT_TRANSLATE_NOOP("RecipeWords", "Line")},
    {"sine", QT_TRANSLATE_NOOP("RecipeWords", "Wave")},
    {"none", QT_TRANSLATE_NOOP("RecipeWords", "None")},
    {"cushion", QT_TRANSLATE_NOOP("RecipeWords", "Cats on cushions")},
    {"characters", QT_TRANSLATE_NOOP("RecipeWords", "Characters")},
    {"bytes", QT_TRANSLATE_NOOP("RecipeWords", "Bytes")},
    {"jamo", QT_TRANSLATE_NOOP("RecipeWords", "Jamo (letters of Hangul)")},
    {"bpe", QT_TRANSLATE_NOOP("RecipeWords", "Learnt pieces (BPE)")},
    {"words", QT_TRANSLATE_NOOP("RecipeWords", "Words")},
    {"en", QT_TRANSLATE_NOOP("RecipeWords", "English")},
    {"ko", QT_TRANSLATE_NOOP("RecipeWords", "Korean")},
};

constexpr Word kClasses[] = {
    {"cat", QT_TRANSLATE_NOOP("RecipeWords", "cat")},
    {"dog", QT_TRANSLATE_NOOP("RecipeWords", "dog")},
    {"rabbit", QT_TRANSLATE_NOOP("RecipeWords", "rabbit")},
    {"bear", QT_TRANSLATE_NOOP("RecipeWords", "bear")},
    {"airplane", QT_TRANSLATE_NOOP("RecipeWords", "airplane")},
    {"automobile", QT_TRANSLATE_NOOP("RecipeWords", "automobile")},
    {"bird", QT_TRANSLATE_NOOP("RecipeWords", "bird")},
    {"deer", QT_TRANSLATE_NOOP("RecipeWords", "deer")},
    {"frog", QT_TRANSLATE_NOOP("RecipeWords", "frog")},
    {"horse", QT_TRANSLATE_NOOP("RecipeWords", "horse")},
    {"ship", QT_TRANSLATE_NOOP("RecipeWords", "ship")},
    {"truck", QT_TRANSLATE_NOOP("RecipeWords", "truck")},
    {"people", QT_TRANSLATE_NOOP("RecipeWords", "people")},
    {"animals", QT_TRANSLATE_NOOP("RecipeWords", "animals")},
    {"places", QT_TRANSLATE_NOOP("RecipeWords", "places")},
    {"times", QT_TRANSLATE_NOOP("RecipeWords", "times")},
    {"things", QT_TRANSLATE_NOOP("RecipeWords", "things")},
    {"topics", QT_TRANSLATE_NOOP("RecipeWords", "topics")},
    {"actions", QT_TRANSLATE_NOOP("RecipeWords", "actions")},
};

template <std::size_t N>
const char* find(const Word (&words)[N], const std::string& name) {
    const auto* word =
        std::find_if(std::begin(words), std::end(words), [&](const Word& w) { return name == w.name; });
    return word == std::end(words) ? nullptr : word->english;
}

QString spaced(const std::string& name) {
    QString words = QString::fromStdString(name);
    words.replace(QLatin1Char('_'), QLatin1Char(' '));
    return words.isEmpty() ? words : words.left(1).toUpper() + words.mid(1);
}

template <std::size_t N>
QString wordOf(const Word (&words)[N], const std::string& name) {
    const char* english = find(words, name);
    return english == nullptr ? spaced(name) : QCoreApplication::translate("RecipeWords", english);
}

} // namespace

QString kindName(const std::string& type) {
    return wordOf(kKinds, type);
}

QString optionName(const std::string& name) {
    return wordOf(kOptions, name);
}

QString optionHint(const std::string& name) {
    const char* english = find(kHints, name);
    return english == nullptr ? QString() : QCoreApplication::translate("RecipeWords", english);
}

QString choiceName(const std::string& choice) {
    return find(kChoices, choice) == nullptr ? kindName(choice) : wordOf(kChoices, choice);
}

QString classWord(const std::string& name) {
    const char* english = find(kClasses, name);
    return english == nullptr ? QString::fromStdString(name)
                              : QCoreApplication::translate("RecipeWords", english);
}

QString pointWord(const std::string& name) {
    return name == "0"   ? QCoreApplication::translate("RecipeWords", "orange")
           : name == "1" ? QCoreApplication::translate("RecipeWords", "blue")
                         : classWord(name);
}

bool isPictureSource(const std::string& type) {
    return type == "image-folder" || type == "cat-sketches" || type == "mnist" || type == "cifar10";
}

QString layerTitle(const LayerRecipe& layer, const RecipeCatalogue& catalogue) {
    const QString name = kindName(layer.type);
    const KindDescription* kind = findKind(catalogue.layers, layer.type);
    if (kind == nullptr)
        return name;
    const auto shown = [&](const char* option) {
        return optionText(optionValue(*kind, layer.options, option));
    };
    if (layer.type == "linear" && shown("out_features") == QLatin1String("classes"))
        return QCoreApplication::translate("RecipeWords", "Dense, one for each class");
    if (layer.type == "linear")
        return QCoreApplication::translate("RecipeWords", "Dense, %1 neurons").arg(shown("out_features"));
    if (layer.type == "conv2d")
        return QCoreApplication::translate("RecipeWords", "Convolution, %1 maps").arg(shown("out_channels"));
    if (layer.type == "dropout" && kind->option("rate") != nullptr)
        return QCoreApplication::translate("RecipeWords", "Dropout %1 %")
            .arg(numberValue(*kind, layer.options, "rate") * 100);
    if (kind->option("kernel") != nullptr)
        return QStringLiteral("%1, %2 × %2").arg(name, shown("kernel"));
    return name;
}

QString shapeText(const std::vector<std::int64_t>& shape) {
    QStringList sizes;
    for (const std::int64_t size : shape)
        sizes << countText(size);
    return sizes.join(QStringLiteral(" × "));
}

QString countText(std::int64_t count) {
    return QLocale(QLocale::English).toString(static_cast<qlonglong>(count));
}

const KindDescription* findKind(const std::vector<KindDescription>& kinds, const std::string& type) {
    const auto found = std::find_if(kinds.begin(), kinds.end(),
                                    [&](const KindDescription& kind) { return kind.type == type; });
    return found == kinds.end() ? nullptr : &*found;
}

} // namespace neurarium
