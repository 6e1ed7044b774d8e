#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check_structure.py ROOT QT_CORE_HEADERS: tells where the sources leave the structure of the house.

Checked are: which target may include what; the sizes of files, functions and argument lists; the licence line; words
and paths that do not belong into a source. Exceptions to the sizes stand in exceptions.txt beside this file.
"""
import os
import re
import sys

import cpp_outline

ENGINE_FOLDERS = ("tensor", "kernels", "layers", "training", "data", "text", "inspect", "checkpoint", "experiment")
HEADER_LINES = 200
SOURCE_LINES = 400
FUNCTION_LINES = 60
ARGUMENTS = 4
MOST_EXCEPTIONS = 5

# What a target may include: folders of the house (also its own), Qt ("", "core" or "all"), foreign libraries.
RULES = {
    "report": ({"report"}, "", ()),
    "engine": ({"report", "engine"}, "", ("Eigen/", "nlohmann/", "sqlite3.h", "openssl/", "archive", "Random123/", "hnswlib/")),
    "session": ({"report", "engine", "session"}, "core", ("nlohmann/",)),
    "datasets": ({"report", "engine", "datasets"}, "", ("nlohmann/", "opencv2/")),
    "widgets": ({"report", "widgets", "resources"}, "all", ()),
    "resources": ({"resources"}, "core", ()),
    "app": ({"report", "engine", "session", "datasets", "widgets", "resources", "app"}, "all", ("nlohmann/",)),
    "cli": ({"report", "engine", "session", "datasets", "resources", "app"}, "core", ("nlohmann/",)),
    "tests": ({"report", "engine", "session", "datasets", "widgets", "resources", "app", "tests"}, "all",
              ("Eigen/", "nlohmann/", "sqlite3.h", "openssl/", "archive", "opencv2/")),
}
# Foreign libraries that one folder knows alone.
HOMES = {"hnswlib/": "engine/inspect/"}
SHARED_BY_BOTH_PROGRAMS = ("app/builtin_experiments.", "app/data_source.", "app/history_csv.")
NETWORK = re.compile(r"^(QtNetwork\b|QNetwork|QTcp|QUdp|QSsl|QHost|QLocalS|QAbstractSocket|QDns|sys/socket\.h|netdb\.h"
                     r"|netinet/|arpa/)")
STANDARD = re.compile(r"^[a-z_0-9]+$")
SYSTEM = re.compile(r"^([a-z0-9_]+|sys/[a-z0-9_]+|linux/[a-z0-9_]+)\.h$")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
# Built from pieces, so that this file may stand under its own rule.
WORDS = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK", "WORK" + "AROUND")) + r")\b")
PATHS = re.compile(r"""(?:^|["'\s(=:])(/(?:home|root|work|tmp|usr|opt|mnt|media|var|srv)(?:/[\w.@+-]+)+)""", re.M)
NAMES = re.compile(r"\b(?:class|struct)\s+(?:[A-Z_]+\s+)?(\w*(?:Manager|Helper|Util|Utils|Impl))\b(?!\s*;)")
GETTER = re.compile(r"get[A-Z]")
SOURCE_ENDINGS = (".h", ".cpp")
OTHER_ENDINGS = (".py", ".sh", ".cmake", "CMakeLists.txt", ".in")
TOP_FOLDERS = ("engine", "datasets", "widgets", "app", "resources", "tests", "packaging", "cmake", ".ci")


def files(root):
    """All files of the project, as paths relative to its root."""
    for top in TOP_FOLDERS:
        for folder, _, names in os.walk(os.path.join(root, top)):
            for name in sorted(names):
                yield os.path.relpath(os.path.join(folder, name), root)
    for name in sorted(os.listdir(root)):
        if os.path.isfile(os.path.join(root, name)):
            yield name


def target(path):
    """The target that a source belongs to."""
    if path.startswith(("app/cli/", "app/cli.") + SHARED_BY_BOTH_PROGRAMS):
        return "cli"
    first, _, rest = path.partition("/")
    if first != "engine":
        return first
    second = rest.partition("/")[0]
    return second if second in ("report", "session") else "engine"


def included_house(path, name, root):
    """The part of the house that a quoted include names; "" for a file beside the including one, None if unknown."""
    first = name.partition("/")[0]
    if first in ENGINE_FOLDERS:
        return "engine"
    if "/" in name and first in RULES:
        return first
    beside = os.path.join(root, os.path.dirname(path), name)
    return "" if "/" not in name and (name.endswith(".moc") or os.path.exists(beside)) else None


def include_problem(path, include, root, qt_core):
    """What is wrong with one include, or None."""
    quote, name = include
    houses, qt, libraries = RULES[target(path)]
    if NETWORK.match(name):
        return "there is no network code here"
    if name.startswith("engine/"):
        return "folders of the engine are named without \"engine/\""
    if quote == '"':
        house = included_house(path, name, root)
        if house is None:
            return "a file of the house is named from its target's folder on"
        if house == "" and target(path) != "tests":
            return "a file of the house is named from its target's folder on"
        return None if house == "" or house in houses else "%s must not know %s" % (target(path), house)
    if name.startswith("Q"):
        core = name.startswith("QtCore/") or os.path.exists(os.path.join(qt_core, name))
        allowed = qt == "all" or (qt == "core" and core)
        return None if allowed else "%s must not use this part of Qt" % target(path)
    for library, home in HOMES.items():
        if name.startswith(library) and target(path) == "engine" and not path.startswith(home):
            return "only %s may use this library" % home
    if STANDARD.match(name) or name.startswith(libraries or ("\0",)):
        return None
    if SYSTEM.match(name) and target(path) != "report":
        return None
    return "%s must not use this library" % target(path)


class Check:
    """Collects complaints, one a line: path:line: what."""

    def __init__(self, root, qt_core, exceptions):
        self.root = root
        self.qt_core = qt_core
        self.exceptions = exceptions
        self.used = set()
        self.complaints = []
        self.checked = 0

    def complain(self, path, line, what):
        self.complaints.append("%s:%d: %s" % (path, line, what))

    def size(self, place, measured, limit):
        """Complains of a size (number, unit) above its limit, unless an exception covers it."""
        path, line, name = place
        number, unit = measured
        if number <= limit:
            return
        for key in (path + ":" + name, path + ":" + unit, os.path.dirname(path) + "/:" + unit):
            if key in self.exceptions:
                self.used.add(key)
                return
        self.complain(path, line, "%s has %d %s, the limit is %d" % (name, number, unit, limit))

    def includes(self, path, text):
        for found in INCLUDE.finditer(text):
            what = include_problem(path, found.groups(), self.root, self.qt_core)
            if what:
                self.complain(path, text.count("\n", 0, found.start()) + 1,
                              "includes %s: %s" % (found.group(2), what))

    def outline(self, path, text):
        limit = HEADER_LINES if path.endswith(".h") else SOURCE_LINES
        self.size((path, 1, "file"), (text.count("\n"), "lines"), limit)
        for function in cpp_outline.functions(text):
            place = (path, function.line, function.name)
            self.size(place, (function.lines, "lines"), FUNCTION_LINES)
            self.size(place, (function.arguments, "arguments"), ARGUMENTS)
            if GETTER.match(function.name):
                self.complain(path, function.line, "%s: nouns answer without \"get\"" % function.name)

    def names(self, path, text):
        for found in NAMES.finditer(cpp_outline.code_only(text)):
            self.complain(path, text.count("\n", 0, found.start()) + 1,
                          "%s: the name does not say what it is" % found.group(1))

    def words(self, path, text):
        for pattern, what in ((WORDS, "is a note to oneself"), (PATHS, "is an absolute path")):
            for found in pattern.finditer(text):
                self.complain(path, text.count("\n", 0, found.start(1)) + 1, "%s %s" % (found.group(1), what))

    def file(self, path):
        with open(os.path.join(self.root, path), encoding="utf-8", errors="surrogateescape") as source:
            text = source.read()
        first = "\n".join(text.split("\n", 2)[:2])
        if "SPDX-License-Identifier: " not in first:
            self.complain(path, 1, "the line SPDX-License-Identifier is missing")
        if path.endswith(SOURCE_ENDINGS):
            self.checked += 1
            self.includes(path, text)
            self.outline(path, text)
            self.names(path, text)
        self.words(path, re.sub(r"\A#!.*", "", text))

    def run(self):
        for path in files(self.root):
            if path.endswith(SOURCE_ENDINGS + OTHER_ENDINGS):
                self.file(path)
        for key in sorted(set(self.exceptions) - self.used):
            self.complain("tests/structure/exceptions.txt", 1, "%s needs no exception any more" % key)
        if len(self.exceptions) > MOST_EXCEPTIONS:
            self.complain("tests/structure/exceptions.txt", 1, "more than %d exceptions" % MOST_EXCEPTIONS)


def read_exceptions(path):
    """Lines of "path:function: reason"; "path:arguments: ..." and "folder/:arguments: ..." cover a whole file or folder."""
    exceptions = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                place, name, reason = line.split(":", 2)
                exceptions[place + ":" + name] = reason.strip()
    return exceptions


def check_project(root, qt_core):
    """The finished check of a whole project."""
    exceptions_file = os.path.join(root, "tests", "structure", "exceptions.txt")
    check = Check(root, qt_core, read_exceptions(exceptions_file) if os.path.exists(exceptions_file) else {})
    check.run()
    return check


def main():
    check = check_project(sys.argv[1], sys.argv[2])
    for complaint in check.complaints:
        print(complaint)
    print("%d sources checked, %d complaints" % (check.checked, len(check.complaints)))
    return 1 if check.complaints or check.checked == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
