#!/usr/bin/python3
"""Writes ctdl_class_names.h: the names of all classes of CTDL, CTDL-ASN and QData.

    src/domain/list_ctdl_classes.py SCHEMA... > src/domain/ctdl_class_names.h

SCHEMA are the JSON-LD schema files that https://credreg.net publishes of CTDL and of CTDL-ASN.
QData has no file of its own there: its classes are known by the properties of the other two that
name them as their domain or range.
"""
import json
import sys


def ids(value):
    for each in value if isinstance(value, list) else [value]:
        yield each["@id"] if isinstance(each, dict) else each


def class_names(schema):
    for term in schema["@graph"]:
        if term["@type"] == "rdfs:Class":
            yield term["@id"]
        for relation in ("schema:domainIncludes", "schema:rangeIncludes"):
            yield from (name for name in ids(term.get(relation, [])) if name.startswith("qdata:"))


def main():
    names = set()
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as file:
            names.update(class_names(json.load(file)))
    print("#pragma once\n\n#include <string_view>\n")
    print("// Made by list_ctdl_classes.py; the names are Credential Engine's (CC BY 4.0).")
    print("namespace cartulary {\n")
    print("inline constexpr std::string_view ctdl_class_names[] = {")
    for name in sorted(names):
        print(f'    "{name}",')
    print("};\n\n}  // namespace cartulary")


if __name__ == "__main__":
    main()
