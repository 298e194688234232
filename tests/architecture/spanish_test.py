"""Nothing that people read is left untranslated."""
import re
import unittest

from .catalogue import SPANISH, TEXTS, english_members, rooms, said, spanish_members, table
from .sentences import GAP, Text, sentences, tokens
from .sources import SOURCES, cpp_files, is_test, lines, place

# The same in both languages: names, units, and what is made of placeholders alone.
INTERNATIONAL = {
    "Interfaces", "cookie", "Token", "Webhook", "Webhooks", "Sector", "No", "English", "Español",
    "Dun & Bradstreet (DUNS)", "FEIN", "OPE ID", "IPEDS ID", "UEI", "LEI", "NCES ID",
    "{count} ms", "{hours} h {minutes} min", "{days} d {hours} h",
    "{moment}: {answer}, {duration} ms",
}
# Names of what is meant, which the words beside them are about.
NAME = re.compile(r"[a-z_]+[:.][A-Za-z._]+")
# Files whose sentences no page shows: what interfaces for programs refuse, what an administrator
# reads at the command line, what is written into tables, and what is broken in our own data.
NOT_SHOWN = re.compile(
    r"operations/(attendee_groups|badge\w*|callers?|company_\w+|email_domains|person_limits"
    r"|registrations|repetition|tenant\w*|tokens|verification)\."
    r"|ctdl/(terms|vocabulary_\w+|templates/fields|templates/table_writing)\.")
# Parts of sentences that the table has as wholes, and what is no sentence.
NEVER_SHOWN = {
    '{}" is not in', ", which has ", "; the nearest are ", '{}" is no class of CTDL',
    " or a kind of it", "must be a class of CTDL{}", 'is that of something else: see "{}',
    "the heading is not that of the template:", "; and {} more",
    'it may be registered already as "{}" ({}', "the staff", "same as owner",
    "Classification of Instructional Programs", "a stored entry is not as it was written",
    "a stored entry is no JSON: {}", "a second factor was sealed with another key than ours",
    "a webhook's secret does not open with the vault's key",
}
SENTENCE = re.compile(r"[a-z]{2,} [a-z0-9{]")


def placeholders(text):
    return sorted(re.findall(r"\{\w+\}|`[^`]*`", text))


def field_texts(file):
    rows, row, depth = [], [], 0
    found = list(tokens(file.read_text(encoding="utf-8")))
    for token in found[found.index("{", found.index("FieldText", found.index("constexpr"))):]:
        if isinstance(token, Text) or token == ",":
            row.append(token)
            continue
        depth += (token == "{") - (token == "}")
        if depth == 1 and token == "}":
            rows.append(said(row))
        row = []
    return rows


class Spanish(unittest.TestCase):
    def test_every_room_of_the_catalogue_is_there(self):
        wrong = [f"{place(header)}: write {place(file)}" for header, file in rooms()
                 if not file.is_file()]
        self.assertEqual(wrong, [], "\n" + "\n".join(wrong))

    def pairs(self):
        """Every text: where it is, in English, in Spanish."""
        for header, file in rooms():
            if header.name == "field_texts.h":
                continue
            in_english, in_spanish = english_members(header), spanish_members(file)
            for name, texts in in_english.items():
                for i, text in enumerate(texts):
                    other = in_spanish.get(name, [])
                    yield f"{place(file)}: {name}", text, other[i] if i < len(other) else None

    def test_every_text_of_the_catalogue_is_translated(self):
        wrong = [f"{where} is missing: {text}" for where, text, other in self.pairs()
                 if other is None]
        self.assertEqual(wrong, [], "\n" + "\n".join(wrong))

    def test_a_translation_fills_in_the_same(self):
        wrong = [f"{where}: {placeholders(text)} became {placeholders(other)}"
                 for where, text, other in self.pairs()
                 if other is not None and placeholders(text) != placeholders(other)]
        self.assertEqual(wrong, [], "\n" + "\n".join(wrong))

    def test_no_text_was_left_in_english(self):
        wrong = [f"{where}: translate it, or name it in INTERNATIONAL: {text}"
                 for where, text, other in self.pairs()
                 if text == other and re.search(r"[a-z]", re.sub(r"\{\w+\}|`[^`]*`", "", text))
                 and not NAME.fullmatch(text) and text not in INTERNATIONAL]
        self.assertEqual(wrong, [], "\n" + "\n".join(wrong))

    def test_every_text_of_a_field_is_translated(self):
        in_english = field_texts(TEXTS / "field_texts.h")
        in_spanish = field_texts(SPANISH / "field_texts.cpp")
        self.assertGreater(len(in_english), 100)
        self.assertEqual([row[0] for row in in_english], [row[0] for row in in_spanish])
        wrong = [f"{row[0]}: {other}" for row, other in zip(in_english, in_spanish)
                 if len(row) != len(other) or row[1] == other[1]
                 and row[1] not in INTERNATIONAL]
        self.assertEqual(wrong, [], "\n" + "\n".join(wrong))

    def test_every_term_of_the_vocabulary_is_translated(self):
        columns = (line.split("\t") for line in
                   (SOURCES / "ctdl" / "terms.txt").read_text(encoding="utf-8").splitlines())
        terms = {line[2] for line in columns
                 if line[0] in ("class", "property", "scheme", "concept")}
        in_spanish = table(SPANISH / "terms.tsv")
        self.assertEqual(sorted(terms - in_spanish.keys()), [], "write them in terms.tsv")
        self.assertEqual(sorted(in_spanish.keys() - terms), [], "no term of the vocabulary")

    def test_every_refusal_that_people_read_is_translated(self):
        known = {re.sub(r"\{(\d|said)\}", GAP, text) for text in table(SPANISH / "refusals.tsv")}
        wrong = [f"{place(file)}: write it in refusals.tsv, or name it here as never shown: {text}"
                 for layer in ("domain", "operations", "ctdl")
                 for file in cpp_files(SOURCES / layer)
                 if not is_test(file) and not NOT_SHOWN.search(place(file))
                 for text in sentences(file.read_text(encoding="utf-8"))
                 if SENTENCE.search(text) and text not in known and text not in NEVER_SHOWN]
        self.assertEqual(wrong, [], "\n" + "\n".join(wrong))

    def test_a_refusal_fills_in_the_same(self):
        wrong = [f"{text}: {other}" for text, other in table(SPANISH / "refusals.tsv").items()
                 if sorted(re.findall(r"\{\w+\}", text)) != sorted(re.findall(r"\{\w+\}", other))]
        self.assertEqual(wrong, [], "\n" + "\n".join(wrong))

    def test_pages_take_their_words_from_the_catalogue(self):
        words = re.compile(r"^[A-Z]?[a-z]+(,? [a-z]+){2,}[.!?:]?$")
        wrong = [f"{place(file, number)}: say it in src/web/texts: {text}"
                 for file in cpp_files(SOURCES / "web")
                 if not is_test(file) and "texts" not in file.parts
                 for number, line in lines(file) if "throw " not in line
                 for text in tokens(line) if isinstance(text, Text) and words.match(text)]
        self.assertEqual(wrong, [], "\n" + "\n".join(wrong))
