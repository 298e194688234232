"""The sentences that C++ files put together: literals, and gaps where something is filled in."""
import re

TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/|(?P<raw>R"(?P<mark>\w*)\(.*?\)(?P=mark)")|(?P<text>"(?:[^"\\\n]|\\.)*")'
    r"|'(?:[^'\\\n]|\\.)+'|(?P<word>[A-Za-z_]\w*)|(?P<number>\d[\w.']*)|(?P<sign>->|::|[^\s\w])",
    re.DOTALL)
OPENING, CLOSING = "([{", ")]}"
ENDING = (",", ";", "?", ":", "=", "return", "<", ">", "&", "|", "<<")
TEXT_MAKERS = ("string", "string_view")
GAP = "{}"


class Text(str):
    """What a literal says."""


def tokens(source):
    for found in TOKEN.finditer(re.sub(r"#include[^\n]*", "", source)):
        if found["text"] is not None:
            yield Text(found["text"][1:-1].replace('\\"', '"').replace("\\\\", "\\"))
        elif found["word"] or found["number"] or found["sign"]:
            yield found.group()


def sentences(source):
    """Each chain of `literal + something + literal`, with a gap for each something."""
    depths = [[]]  # the operands of what is open at each depth of brackets
    for token in tokens(source):
        if isinstance(token, Text):
            depths[-1].append(token)
        elif token in OPENING:
            depths.append([])
        elif token in CLOSING:
            inside = depths.pop() if len(depths) > 1 else []
            before = depths[-1]
            if before and before[-1] in TEXT_MAKERS and only_texts(inside):
                while before and before[-1] != "+" and not isinstance(before[-1], Text):
                    before.pop()
                before += inside  # std::string("a text") is the text
            else:
                yield from chain(inside)
                before.append(token)
        elif token in ENDING:
            yield from chain(depths[-1])
            depths[-1] = []
        else:
            depths[-1].append(token)
    for rest in depths:
        yield from chain(rest)


def only_texts(operands):
    return bool(operands) and all(isinstance(each, Text) for each in operands)


def chain(operands):
    if not any(isinstance(each, Text) for each in operands):
        return
    sentence = ""
    for each in operands:
        piece = each if isinstance(each, Text) else "" if each == "+" else GAP
        if not (piece == GAP and sentence.endswith(GAP)):
            sentence += piece
    yield sentence
