# SPDX-License-Identifier: GPL-3.0-or-later
"""The functions of a C++ source: name, place, lines, arguments. Enough of the grammar for clang-formatted code."""
import re
from collections import namedtuple

Function = namedtuple("Function", "name line lines arguments")

LITERAL = re.compile(r'//[^\n]*|/\*.*?\*/|R"([^()\s]*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"'
                     r"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'|^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", re.S | re.M)
LABEL = re.compile(r"\b(?:public|protected|private|signals)(?:\s+slots)?\s*:(?!:)")
NAME = re.compile(r"(operator\s*(?:\(\)|[^\s\w(]+|\w+)|~?\w+)\s*\(")
NO_FUNCTION = ("if", "for", "while", "switch", "catch", "decltype", "alignas", "static_assert", "noexcept")


def code_only(text):
    """The text with comments, literals and preprocessor lines blanked, line by line the same."""
    return LITERAL.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)


def without_templates(head):
    """Takes `template <...>` away from the front."""
    head = head.strip()
    while re.match(r"template\s*<", head):
        depth = 0
        for place, letter in enumerate(head):
            depth += (letter == "<") - (letter == ">")
            if letter == ">" and depth == 0:
                head = head[place + 1:].strip()
                break
        else:
            return head
    return head


def parameter_list(head):
    """(name, text of the parameters) of a function's head, or None when it is no function."""
    head = without_templates(LABEL.sub(" ", head))
    found = NAME.search(head)
    if not found or found.group(1) in NO_FUNCTION:
        return None
    before = re.sub(r"\[\[.*?\]\]", "", head[:found.start()])
    if re.search(r"[=([]", before) or re.match(r"(using|typedef|friend class|return|else|do)\b", before):
        return None
    depth = 0
    for place in range(found.end() - 1, len(head)):
        depth += (head[place] == "(") - (head[place] == ")")
        if depth == 0:
            return re.sub(r"\s", "", found.group(1)), head[found.end():place]
    return None


def argument_count(parameters):
    """How many parameters there are; commas within brackets do not count."""
    if parameters.strip() in ("", "void"):
        return 0
    depth = count = 0
    for letter in parameters:
        depth += (letter in "<([{") - (letter in ">)]}")
        count += letter == "," and depth == 0
    return count + 1


def is_member_initializer(head):
    """Whether the brace after this head begins a value in a constructor's list, as in `A::A() : m_a{1}`."""
    return re.search(r"\)[^:]*[^:]:(?!:)", head) is not None and re.search(r"[\w>]\s*$", head) is not None \
        and not re.search(r"\)\s*(const|noexcept|override|final)\s*$", head)


def kind_of(head, enclosing):
    """What a brace after this head opens."""
    head = re.sub(r"\balignas\([^)]*\)", "", without_templates(LABEL.sub(" ", head)))
    if enclosing not in ("namespace", "type"):
        return "body"
    if re.match(r"(inline\s+)?namespace\b", head) or re.match(r'extern\s*$', head):
        return "namespace"
    if re.match(r"(class|struct|union|enum)\b", head) and "(" not in head:
        return "type"
    if parameter_list(head) is None:
        return "value"
    return "value" if is_member_initializer(head) else "function"


class Outline:
    """Walks over the braces of a source."""

    def __init__(self, text):
        self.code = code_only(text)
        self.found = []
        self.scopes = []  # (kind, where its head begins, parentheses open there)
        self.start = 0
        self.parentheses = 0

    def kind(self):
        return self.scopes[-1][0] if self.scopes else "namespace"

    def line(self, place):
        return self.code.count("\n", 0, place) + 1

    def add(self, begin, end, closed):
        """Notes the function whose head lies between two places; `closed` is its last brace, or None."""
        text = self.code[begin:end]
        line = self.line(begin + len(text) - len(LABEL.sub("", text).lstrip()))
        head = without_templates(LABEL.sub(" ", text))
        name, parameters = parameter_list(head)
        declared_elsewhere = head[:NAME.search(head).start()].endswith("::")
        overriding = re.search(r"\b(override|final)\b", head)
        count = 0 if overriding or declared_elsewhere else argument_count(parameters)
        self.found.append(Function(name, line, self.line(closed) - line + 1 if closed else 0, count))

    def open(self, place):
        kind = "value" if self.parentheses else kind_of(self.code[self.start:place], self.kind())
        self.scopes.append((kind, self.start, place, self.parentheses))
        self.parentheses = 0
        if kind in ("namespace", "type"):
            self.start = place + 1

    def close(self, place):
        if not self.scopes:
            return
        kind, begin, opened, self.parentheses = self.scopes.pop()
        if kind == "function":
            self.add(begin, opened, place)
        self.start = begin if kind == "value" else place + 1

    def end_statement(self, place):
        if self.kind() in ("namespace", "type"):
            if parameter_list(self.code[self.start:place]) is not None:
                self.add(self.start, place, None)
            self.start = place + 1

    def walk(self):
        for place, letter in enumerate(self.code):
            if letter in "()":
                self.parentheses += 1 if letter == "(" else -1
            elif letter == "{":
                self.open(place)
            elif letter == "}":
                self.close(place)
            elif letter == ";" and self.parentheses == 0:
                self.end_statement(place)
        return self.found


def functions(text):
    """All functions of a source: definitions, and declarations (with 0 lines)."""
    return Outline(text).walk()
