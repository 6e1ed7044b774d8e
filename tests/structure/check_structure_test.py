#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Breaks each rule of the structure once, in a folder of its own, and looks whether check_structure.py notices."""
import os
import subprocess
import sys
import tempfile
import unittest

import check_structure

SCRIPT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "check_structure.py")
LICENCE = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
NOTE = "// TO" + "DO: later\n"
FOREIGN_PATH = 'const char* kPath = "/ho' + 'me/me/photos";\n'
LONG_FUNCTION = "int count(int a) {\n" + "    ++a;\n" * 59 + "    return a;\n}\n"
MODERATE_FUNCTION = "int count(int a) {\n" + "    ++a;\n" * 57 + "    return a;\n}\n"
LAMBDA_TABLE = ("namespace neurarium {\nconst auto kTable = [](int a, int b, int c, int d, int e) {\n"
                + "    ++a;\n" * 10 + "}\n}\n")

# file, content behind the licence line, words of the complaint ("" for none)
CASES = (
    ("engine/report/a.h", "#include <vector>\n", ""),
    ("engine/report/a.h", "#include <QString>\n", "must not use this part of Qt"),
    ("engine/report/a.h", '#include "tensor/tensor.h"\n', "report must not know engine"),
    ("engine/report/a.h", "#include <unistd.h>\n", "report must not use this library"),
    ("engine/tensor/a.h", '#include "engine/report/ids.h"\n', "named without"),
    ("engine/tensor/a.h", "#include <QObject>\n", "must not use this part of Qt"),
    ("engine/tensor/a.h", "#include <opencv2/core.hpp>\n", "must not use this library"),
    ("engine/tensor/a.h", "#include <hnswlib/hnswlib.h>\n", "only engine/inspect/ may use this library"),
    ("engine/inspect/a.h", "#include <hnswlib/hnswlib.h>\n#include <Eigen/SVD>\n", ""),
    ("datasets/a.h", "#include <hnswlib/hnswlib.h>\n", "must not use this library"),
    ("engine/tensor/a.h", '#include "datasets/mnist.h"\n', "engine must not know datasets"),
    ("engine/session/a.h", "#include <QThing>\n", ""),
    ("engine/session/a.h", "#include <QWidget>\n", "must not use this part of Qt"),
    ("engine/session/a.h", '#include "widgets/theme.h"\n', "session must not know widgets"),
    ("datasets/a.h", "#include <opencv2/core.hpp>\n", ""),
    ("datasets/a.h", "#include <QThing>\n", "must not use this part of Qt"),
    ("widgets/a.h", "#include <QWidget>\n", ""),
    ("widgets/a.h", '#include "session/training_session.h"\n', "widgets must not know session"),
    ("widgets/a.h", "#include <Eigen/Core>\n", "must not use this library"),
    ("widgets/a.h", '#include "a.h"\n', "named from its target's folder on"),
    ("app/cli/a.h", "#include <QWidget>\n", "must not use this part of Qt"),
    ("app/cli/a.h", '#include "widgets/theme.h"\n', "cli must not know widgets"),
    ("app/a.h", '#include "widgets/theme.h"\n#include "session/x.h"\n', ""),
    ("app/a.h", "#include <QtNetwork>\n", "no network code"),
    ("app/a.h", "#include <QTcpSocket>\n", "no network code"),
    ("app/a.h", "int a;\n" * 200, "file has 201 lines"),
    ("app/a.cpp", "int a;\n" * 400, "file has 401 lines"),
    ("app/a.cpp", "int a;\n" * 399, ""),
    ("app/a.cpp", LONG_FUNCTION, "count has 62 lines"),
    ("app/a.cpp", "namespace neurarium {\n\n" + LONG_FUNCTION + "}\n", "a.cpp:4: count has 62 lines"),
    ("app/a.cpp", "A::A(int a)\n    : m_a{a}, m_b(a) {\n" + "    ++a;\n" * 59 + "}\n", "A has 62 lines"),
    ("app/a.cpp", MODERATE_FUNCTION, ""),
    ("app/a.cpp", LAMBDA_TABLE, ""),
    ("app/a.h", "void paint(int a, int b, int c, int d, int e);\n", "paint has 5 arguments"),
    ("app/a.h", "struct A {\n    A(int a, int b, int c, int d, int e);\n};\n", "A has 5 arguments"),
    ("app/a.h", "void paint(std::map<int, int> a, int b, int c, int d);\n", ""),
    ("app/a.h", "struct A : B {\n    void paint(int a, int b, int c, int d, int e) override;\n};\n", ""),
    ("app/a.h", "class RunManager {};\n", "does not say what it is"),
    ("app/a.h", "int getSize();\n", "nouns answer without"),
    ("app/a.h", NOTE, "note to oneself"),
    ("app/a.h", FOREIGN_PATH, "absolute path"),
    ("tests/structure/exceptions.txt", "app/a.h:paint: once\n", "needs no exception any more"),
)


def complaints(written):
    """What the check says of a project that has only these files, a dictionary from path to content."""
    with tempfile.TemporaryDirectory() as root:
        for name, text in written.items():
            os.makedirs(os.path.dirname(os.path.join(root, name)), exist_ok=True)
            with open(os.path.join(root, name), "w", encoding="utf-8") as file:
                file.write(text)
        return "\n".join(check_structure.check_project(root, os.path.join(root, "qt")).complaints)


class StructureTest(unittest.TestCase):
    def test_cases(self):
        for path, content, expected in CASES:
            with self.subTest(file=path, content=content[:80]):
                licence = "" if path.endswith(".txt") else LICENCE
                said = complaints({"qt/QThing": "", path: licence + content})
                self.assertEqual(said == "", expected == "", said)
                self.assertIn(expected, said)

    def test_missing_licence(self):
        for path in ("app/a.cpp", "app/CMakeLists.txt", "packaging/a.sh", "tests/a.py"):
            self.assertIn("SPDX-License-Identifier is missing", complaints({path: "\n"}))

    def test_exceptions(self):
        exceptions = "app/a.h:paint: the reason\n"
        declaration = LICENCE + "void paint(int a, int b, int c, int d, int e);\n"
        place = "tests/structure/exceptions.txt"
        self.assertEqual(complaints({"app/a.h": declaration, place: exceptions}), "")
        many = "".join("app/a.h:paint%d: the reason\n" % number for number in range(6))
        self.assertIn("more than 5 exceptions", complaints({"app/a.h": declaration, place: many}))

    def test_exit_code(self):
        with tempfile.TemporaryDirectory() as root:
            for content, expected in ((None, 1), ("", 0), (NOTE, 1)):
                if content is not None:
                    os.makedirs(os.path.join(root, "app"), exist_ok=True)
                    with open(os.path.join(root, "app", "a.cpp"), "w", encoding="utf-8") as file:
                        file.write(LICENCE + content)
                run = subprocess.run([sys.executable, SCRIPT, root, root], stdout=subprocess.DEVNULL, check=False)
                self.assertEqual(run.returncode, expected)


if __name__ == "__main__":
    unittest.main()
