// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson_text.h"

#include <QRegularExpression>
#include <QStringList>

#include "app/lesson_conditions.h"
#include "app/lesson_places.h"
#include "report/error.h"

namespace neurarium {

namespace {

const QString kFence = QStringLiteral("---");
const QString kStep = QStringLiteral("## ");
const QString kTask = QStringLiteral("- [ ] ");
const QString kQuestion = QStringLiteral("? ");
const QString kAnswer = QStringLiteral("- ( ) ");
const QString kRightAnswer = QStringLiteral("- (x) ");
const QString kExplanation = QStringLiteral("> ");
const QString kWord = QStringLiteral("word: ");
const QString kPlace = QStringLiteral("show: ");

/// Goes through a lesson line by line.
class LessonParser {
public:
    LessonParser(const QString& markdown, QString file)
        : m_lines(markdown.split('\n'))
        , m_file(std::move(file)) {}

    LessonText parse();

private:
    [[noreturn]] void refuse(const Message& what) const {
        throw Error(ProblemKind::Failure, QString("%1:%2").arg(m_file).arg(m_number).toStdString(), what);
    }
    bool next();
    void readHead();
    void readHeadLine(const QString& key, const QString& value);
    void readLine();
    void beginStep(const QString& title);
    void readTask(const QString& text);
    void readBraces(const QString& inside, LessonTask& task, QString& condition) const;
    void readQuestion(const QString& text);
    void readAnswer(const QString& text, bool right);
    void readExplanation(const QString& text);
    void readWord(const QString& text);
    void readText();
    void endStep();
    LessonStep& step() { return m_text.steps.back(); }

    QStringList m_lines;
    QString m_file;
    qsizetype m_number = 0; ///< of m_line, from 1
    QString m_line;
    LessonText m_text;
    bool m_paragraphEnded = false;
    int m_rightAnswers = 0;
};

LessonText LessonParser::parse() {
    readHead();
    while (next())
        if (m_line.startsWith(kStep))
            beginStep(m_line.mid(kStep.size()).trimmed());
        else if (m_text.steps.empty() && !m_line.isEmpty())
            refuse(
                explain("Problem", "a step begins with \"## \" and its title; nothing may stand before it"));
        else if (!m_text.steps.empty())
            readLine();
    if (m_text.steps.empty())
        refuse(explain("Problem", "the lesson has no steps"));
    endStep();
    return std::move(m_text);
}

bool LessonParser::next() {
    if (m_number >= m_lines.size())
        return false;
    m_line = m_lines[m_number++].trimmed();
    return true;
}

/// The lines between two fences: "title: ..." and "line: ...".
void LessonParser::readHead() {
    next();
    if (m_line != kFence)
        refuse(explain("Problem", "a lesson begins with a line \"---\""));
    while (next() && m_line != kFence) {
        const qsizetype colon = m_line.indexOf(": ");
        if (colon < 1)
            refuse(explain("Problem", "expected \"title: ...\", \"line: ...\" or \"---\""));
        readHeadLine(m_line.left(colon), m_line.mid(colon + 2).trimmed());
    }
    if (m_text.title.isEmpty() || m_text.line.isEmpty())
        refuse(explain("Problem", "the head of a lesson gives its title and its line"));
}

void LessonParser::readHeadLine(const QString& key, const QString& value) {
    QString* place = key == "title" ? &m_text.title : key == "line" ? &m_text.line : nullptr;
    if (place == nullptr || !place->isEmpty())
        refuse(explain("Problem", "\"%1\" is not known in the head of a lesson, or stands there twice",
                       {key.toStdString()}));
    *place = value;
}

void LessonParser::readLine() {
    if (m_line.isEmpty())
        m_paragraphEnded = true;
    else if (m_line.startsWith(kTask))
        readTask(m_line.mid(kTask.size()).trimmed());
    else if (m_line.startsWith(kQuestion))
        readQuestion(m_line.mid(kQuestion.size()).trimmed());
    else if (m_line.startsWith(kAnswer) || m_line.startsWith(kRightAnswer))
        readAnswer(m_line.mid(kAnswer.size()).trimmed(), m_line.startsWith(kRightAnswer));
    else if (m_line.startsWith(kExplanation))
        readExplanation(m_line.mid(kExplanation.size()).trimmed());
    else if (m_line.startsWith(kWord))
        readWord(m_line.mid(kWord.size()).trimmed());
    else
        readText();
}

void LessonParser::beginStep(const QString& title) {
    if (title.isEmpty())
        refuse(explain("Problem", "a step needs a title"));
    if (!m_text.steps.empty())
        endStep();
    m_text.steps.emplace_back();
    step().title = title;
    m_text.conditions.emplace_back();
    m_paragraphEnded = false;
    m_rightAnswers = 0;
}

/// "Press **Train**. {running} {show: train}"
void LessonParser::readTask(const QString& text) {
    static const QRegularExpression braces(QStringLiteral("\\s*\\{([^{}]*)\\}"));
    LessonTask task;
    QString condition;
    auto found = braces.globalMatch(text);
    while (found.hasNext())
        readBraces(found.next().captured(1).simplified(), task, condition);
    task.text = QString(text).remove(braces);
    if (task.text.isEmpty() || task.text.contains('{') || task.text.contains('}'))
        refuse(
            explain("Problem", "a task is a sentence with {condition} and perhaps {show: place} behind it"));
    if (condition.isEmpty())
        refuse(explain("Problem", "the task does not say in braces when it is done"));
    step().tasks.push_back(task);
    m_text.conditions.back().push_back(condition);
}

void LessonParser::readBraces(const QString& inside, LessonTask& task, QString& condition) const {
    if (inside.startsWith(kPlace)) {
        task.target = inside.mid(kPlace.size());
        if (!lessonPlaces().contains(task.target))
            refuse(explain("Problem", "there is no place \"%1\" to show", {task.target.toStdString()}));
        return;
    }
    if (!condition.isEmpty())
        refuse(explain("Problem",
                       "the task has two conditions; put a comma between them in one pair of braces"));
    if (const std::optional<Message> fault = conditionFault(inside))
        refuse(*fault);
    condition = inside;
}

void LessonParser::readQuestion(const QString& text) {
    if (step().question)
        refuse(explain("Problem", "a step has one question at most"));
    step().question.emplace().text = text;
}

void LessonParser::readAnswer(const QString& text, bool right) {
    if (!step().question)
        refuse(explain("Problem", "an answer stands behind a question, which begins with \"? \""));
    LessonQuestion& question = *step().question;
    if (right) {
        question.right = static_cast<int>(question.answers.size());
        ++m_rightAnswers;
    }
    question.answers.push_back(text);
}

void LessonParser::readExplanation(const QString& text) {
    if (!step().question || step().question->answers.empty())
        refuse(explain("Problem", "an explanation stands behind the answers of a question"));
    QString& explanation = step().question->explanation;
    explanation += explanation.isEmpty() ? text : ' ' + text;
}

/// "word: loss | 손실 | How wrong the answers were."
void LessonParser::readWord(const QString& text) {
    const QStringList parts = text.split('|');
    if (step().word || parts.size() != 3)
        refuse(explain("Problem", "a step has one word at most: \"word: term | other language | meaning\""));
    step().word = LessonWord{parts[0].trimmed(), parts[1].trimmed(), parts[2].trimmed()};
}

void LessonParser::readText() {
    static const QRegularExpression sign(QStringLiteral("^([#?>|{(\\[]|[-+*] ?[\\[(])"));
    const bool late = !step().tasks.empty() || step().question || step().word;
    if (late || m_line.contains(sign))
        refuse(explain("Problem",
                       "this line is neither text before the tasks, nor a task \"- [ ] \", a question "
                       "\"? \", an answer \"- ( ) \" or \"- (x) \", an explanation \"> \" or a word"));
    if (!step().text.isEmpty())
        step().text += m_paragraphEnded ? "\n\n" : "\n";
    step().text += m_line;
    m_paragraphEnded = false;
}

void LessonParser::endStep() {
    if (step().text.isEmpty())
        refuse(explain("Problem", "the step above has no text"));
    if (step().tasks.empty())
        refuse(explain("Problem", "the step above has no task"));
    if (!step().question)
        return;
    if (step().question->answers.size() < 2 || m_rightAnswers != 1 || step().question->explanation.isEmpty())
        refuse(explain("Problem", "the question above needs two answers or more, exactly one of them right "
                                  "\"- (x) \", and an explanation \"> \""));
}

} // namespace

LessonText parseLessonText(const QString& markdown, const QString& file) {
    return LessonParser(markdown, file).parse();
}

} // namespace neurarium
