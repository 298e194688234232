#!/usr/bin/python3
"""Writes places.cpp: the countries of ISO 3166-1 and their parts of ISO 3166-2, with every key
under which domain/country finds them.

    generate_places.py /usr/share/iso-codes/json > places.cpp

The names come from Debian's iso-codes. What people write beyond them stands in the tables below.
Keys are folded exactly as text::folded does it; a test compares the two.
"""
import itertools
import json
import sys
import unicodedata

# What people call a country whose ISO name nobody uses.
COUNTRY_NAMES = {
    "BN": "Brunei",
    "CD": "Democratic Republic of the Congo",
    "FK": "Falkland Islands",
    "MF": "Saint Martin",
    "RU": "Russia",
    "SX": "Sint Maarten",
    "VA": "Vatican City",
    "VG": "British Virgin Islands",
    "VI": "U.S. Virgin Islands",
}

COUNTRY_ALIASES = {
    "AE": ["UAE", "Emirates"],
    "BA": ["Bosnia"],
    "BQ": ["Caribbean Netherlands"],
    "CD": ["DRC", "DR Congo", "Congo-Kinshasa"],
    "CG": ["Congo-Brazzaville", "Congo Republic"],
    "CI": ["Ivory Coast"],
    "CN": ["PRC", "Mainland China"],
    "CV": ["Cape Verde"],
    "CZ": ["Czech Rep."],
    "DE": ["Deutschland"],
    "ES": ["España"],
    "FM": ["FSM"],
    "GB": ["UK", "U.K.", "Great Britain", "Britain", "England", "Scotland", "Wales",
           "Northern Ireland"],
    "HK": ["Hong Kong SAR"],
    "IE": ["Republic of Ireland", "Eire"],
    "KP": ["DPRK"],
    "KR": ["Korea", "ROK", "Republic of Korea"],
    "LA": ["Lao PDR"],
    "MK": ["Macedonia", "FYROM"],
    "MM": ["Burma"],
    "MO": ["Macau"],
    "MX": ["México"],
    "NL": ["Holland", "The Netherlands"],
    "PS": ["Palestinian Territories"],
    "ST": ["Sao Tome"],
    "SZ": ["Swaziland"],
    "TL": ["East Timor"],
    "TR": ["Turkey"],
    "TT": ["Trinidad"],
    "TW": ["Republic of China"],
    "US": ["America", "U.S. of America"],
    "VA": ["Holy See", "Vatican", "Vatican City State"],
    "VI": ["Virgin Islands"],
}

# Postal codes of the United States that are no parts of it in ISO 3166-2.
POSTAL_SUBDIVISIONS = [
    {"code": "US-AA", "name": "Armed Forces Americas", "type": "Armed forces"},
    {"code": "US-AE", "name": "Armed Forces Europe", "type": "Armed forces"},
    {"code": "US-AP", "name": "Armed Forces Pacific", "type": "Armed forces"},
    {"code": "US-FM", "name": "Federated States of Micronesia", "type": "Freely associated state"},
    {"code": "US-MH", "name": "Marshall Islands", "type": "Freely associated state"},
    {"code": "US-PW", "name": "Palau", "type": "Freely associated state"},
]

SUBDIVISION_NAMES = {"US-VI": "U.S. Virgin Islands"}

SUBDIVISION_ALIASES = {
    "CA-NL": ["NF", "Newfoundland"],
    "CA-PE": ["PEI"],
    "CA-QC": ["PQ", "Québec"],
    "CA-YT": ["YK", "Yukon Territory"],
    "US-DC": ["Washington DC", "Washington, D.C."],
    "US-FM": ["Micronesia"],
    "US-HI": ["Hawai'i"],
    "US-MP": ["Commonwealth of the Northern Mariana Islands", "CNMI"],
    "US-VI": ["Virgin Islands", "Virgin Islands, U.S.", "Virgin Islands of the United States"],
}

LETTERS_WITHOUT_DECOMPOSITION = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})


def folded(text):
    folding = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    return " ".join(folding.split())


def without_marks(text):
    letters = unicodedata.normalize("NFD", text)
    kept = "".join(c for c in letters if not unicodedata.category(c).startswith("M"))
    return unicodedata.normalize("NFC", kept).translate(LETTERS_WITHOUT_DECOMPOSITION)


# Each makes another spelling of a folded name.
SPELLINGS = [
    without_marks,
    lambda name: name.replace("saint ", "st. "),
    lambda name: name.translate({0x2019: "'", 0x2BC: "'", 0x2018: "'", 0x2BB: "'", 0x60: "'"}),
    lambda name: name.replace("'", ""),
    lambda name: name.replace(".", ""),
    lambda name: name.replace(",", ""),
    lambda name: name.replace(" and ", " & "),
    lambda name: name.replace("-", " "),
]


def spellings(name):
    """The folded name first, then every combination of the other ways to write it."""
    found = dict.fromkeys([folded(name)])
    for spelling in SPELLINGS:
        found.update(dict.fromkeys(folded(spelling(known)) for known in list(found)))
    return list(found)


def unparenthesized(name):
    return " ".join(name.split("(")[0].split())


def reordered(name):
    """"Republic of Korea" of "Korea, Republic of"."""
    head, comma, tail = name.partition(", ")
    if comma and tail.lower().endswith((" of", " of the")):
        return tail + " " + head
    return name


def short_name(country):
    if country["alpha_2"] in COUNTRY_NAMES:
        return COUNTRY_NAMES[country["alpha_2"]]
    name = country.get("common_name", country["name"])
    return name if reordered(name) == name else name.split(", ")[0]


def dotted(code):
    """"U.S.A." of "USA"."""
    return "".join(letter + "." for letter in code) if code.isalpha() else code


def country_names(country):
    """By how much each is worth when two countries claim it."""
    name = short_name(country)
    yield [country["alpha_2"]]
    yield [country["alpha_3"], country["numeric"]]
    yield [name, country["name"]]
    yield [country.get("official_name", name), reordered(country["name"])]
    yield COUNTRY_ALIASES.get(country["alpha_2"], [])
    yield ["The " + name, unparenthesized(country["name"]), dotted(country["alpha_2"]),
           dotted(country["alpha_3"])]


def subdivision_names(part):
    yield [part["code"], part["code"].split("-")[1]]
    yield [part["name"]]
    yield SUBDIVISION_ALIASES.get(part["code"], [])
    yield [unparenthesized(part["name"]), dotted(part["code"].split("-")[1])]


def keys_of(things, names_of):
    """(key, index) for all spellings; whoever ranks a name higher, or comes first, has it."""
    keys = {}
    ranked = itertools.zip_longest(*[list(names_of(thing)) for thing in things], fillvalue=[])
    for of_one_rank in ranked:
        claims = [(index, spellings(name)) for index, names in enumerate(of_one_rank)
                  for name in names]
        for index, written in claims:
            keys.setdefault(written[0], index)
        for index, written in claims:
            for key in written[1:]:
                keys.setdefault(key, index)
    return sorted((key.encode(), index) for key, index in keys.items() if key)


def literal(text):
    data = text if isinstance(text, bytes) else text.encode()
    escaped = data.decode().replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped + '"'


def read(folder, standard):
    with open(f"{folder}/iso_{standard}.json", encoding="utf-8") as file:
        return json.load(file)[standard]


def table(kind, name, rows):
    print(f"constexpr {kind} {name}[] = {{")
    for row in rows:
        print("    {" + ", ".join(row) + "},")
    print("};\n")


def main():
    countries = sorted(read(sys.argv[1], "3166-1"), key=lambda country: country["alpha_2"])
    parts = read(sys.argv[1], "3166-2") + POSTAL_SUBDIVISIONS
    for part in parts:
        part["name"] = SUBDIVISION_NAMES.get(part["code"], part["name"])

    subdivisions, keys, ranges = [], [], []
    for country in countries:
        own = [part for part in parts if part["code"].startswith(country["alpha_2"] + "-")]
        by_rank = sorted(own, key=lambda part: ("parent" in part, part["code"]))
        own_keys = keys_of(by_rank, subdivision_names)
        own.sort(key=lambda part: part["code"])
        place = {part["code"]: len(subdivisions) + at for at, part in enumerate(own)}
        ranges.append([str(len(subdivisions)), str(len(subdivisions) + len(own)),
                       str(len(keys)), str(len(keys) + len(own_keys))])
        subdivisions += own
        keys += [(key, place[by_rank[index]["code"]]) for key, index in own_keys]

    print('#include "domain/places.h"\n\n// Made by generate_places.py.')
    print("namespace cartulary::places {\n\nnamespace {\n")
    table("Country", "country_table",
          ([literal(text) for text in (country["alpha_2"], country["alpha_3"], country["numeric"],
                                       short_name(country),
                                       country.get("official_name", short_name(country)))]
           for country in countries))
    table("Key", "country_key_table",
          ([literal(key), str(index)] for key, index in keys_of(countries, country_names)))
    table("Ranges", "range_table", ranges)
    table("Subdivision", "subdivision_table",
          ([literal(part[field]) for field in ("code", "name", "type")] for part in subdivisions))
    table("Key", "subdivision_key_table", ([literal(key), str(index)] for key, index in keys))
    print("}  // namespace\n")
    for kind, name in (("Country", "country"), ("Key", "country_key"), ("Ranges", "range"),
                       ("Subdivision", "subdivision"), ("Key", "subdivision_key")):
        plural = {"country": "countries"}.get(name, name + "s")
        print(f"const std::span<const {kind}> {plural}{{{name}_table}};")
    print("\n}  // namespace cartulary::places")


if __name__ == "__main__":
    main()
