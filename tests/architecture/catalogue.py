"""The words of the pages, as their headers and their Spanish files state them."""
from .sentences import Text, tokens
from .sources import SOURCES

TEXTS = SOURCES / "web" / "texts"
SPANISH = TEXTS / "spanish"


def rooms():
    """Each header of the catalogue, and the file that has it in Spanish."""
    for header in sorted(TEXTS.glob("*_texts.h")):
        yield header, SPANISH / (header.stem + ".cpp")


def said(operands):
    """The literals of a value; those that stand beside each other are one."""
    texts, was_text = [], False
    for each in operands:
        if isinstance(each, Text):
            if was_text:
                texts[-1] += each
            else:
                texts.append(str(each))
        was_text = isinstance(each, Text)
    return texts


def english_members(header):
    """Of each member of the room's struct that says something: its name and its texts."""
    members, statement, depth, inside = {}, [], 0, None
    for token in tokens(header.read_text(encoding="utf-8")):
        if inside is None:
            statement.append(token)
            if token == "{" and statement[-3:-2] == ["struct"] and statement[-2].endswith("Texts"):
                inside, statement, depth = statement[-2], [], 0
            continue
        depth += (token == "{") - (token == "}")
        if depth < 0:
            inside, statement = None, []
        elif token == ";" and depth == 0:
            if "=" in statement and statement[0] != "struct":
                at = statement.index("=")
                members[statement[at - 1]] = said(statement[at + 1:])
            statement = []
        else:
            statement.append(token)
    return {name: texts for name, texts in members.items() if texts}


def spanish_members(file):
    members, name, value, last = {}, None, [], ["", ""]
    for token in tokens(file.read_text(encoding="utf-8")):
        if token == "=" and not isinstance(token, Text) and last[0] == "." and last[1].isidentifier():
            if name:
                members[name] = said(value)
            name, value = last[1], []
        elif token == ";" and name and not isinstance(token, Text):
            members[name] = said(value)
            name, value = None, []
        elif name:
            value.append(token)
        last = [last[1], token]
    return members


def table(file):
    """The lines of a term or a text, and what it is in Spanish."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines if "\t" in line)
