#!/usr/bin/python3
"""Writes inputs.txt: the classes of the Registry Assistant API's input, with their properties.

    src/ctdl/assistant/list_inputs.py INPUTS src/ctdl/terms.txt > src/ctdl/assistant/inputs.txt

INPUTS is a table with the columns class, base, property and type, as the API's own model classes
declare them. A line of inputs.txt is one class, its fields are separated by tabs:

    name  class of CTDL (empty: as the thing says, or none)  properties

"Name" is one text or number, "Keyword*" a list of them, "ExactDuration:DurationItem" one object of
that class, "OwnedBy*OrganizationReference" a list of such. What classes inherit is theirs here.
Languages' forms of a property ("NameLangMap") are left out: they follow from it.
"""
import csv
import re
import sys

# Where our name of the class differs, or several have one.
CLASSES = {
    "Assessment": "ceterms:AssessmentProfile",
    "LearningOpportunity": "ceterms:LearningOpportunityProfile",
    "FrameworkItem": "ceterms:CredentialAlignmentObject",
    "CostProfileItem": "ceterms:CostProfile",
    "SkosConcept": "skos:Concept",
    "SkosConceptScheme": "skos:ConceptScheme",
    "OrganizationReference": "",
    "EntityReference": "",
}
LANGUAGES = re.compile(r"_?(LangMap|Map)$")
# Requests around the input, IMS CASE packages, and what other classes stand on.
LEFT_OUT = re.compile(r"Request$|^CF|^Base|Graph|^Miniumum|Attributes$|^LanguageItem$|^SchemaDate$")


def class_of_ctdl(name, known):
    if name in CLASSES:
        return CLASSES[name]
    return known.get(name.lower(), "")


def known_classes(path):
    """The names of classes by their local part; those that only properties name too."""
    known = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            fields = line.rstrip("\n").split("\t")
            if fields[0] == "class":
                known.setdefault(fields[2].partition(":")[2].lower(), fields[2])
            elif fields[0] == "property":
                for name in f"{fields[6]} {fields[7]}".split():
                    if name.startswith("qdata:"):
                        known.setdefault(name.partition(":")[2].lower(), name)
    return known


def read_inputs(path):
    bases, own = {}, {}
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            bases[row["class"]] = row["base"]
            own.setdefault(row["class"], {})[row["property"]] = row["type"]

    def whole(name):
        return {**own.get(name, {}), **(whole(bases[name]) if bases.get(name) else {})}

    return {name: whole(name) for name in own}


def written(name, type_, classes):
    listed = re.fullmatch(r"List<(.*)>", type_)
    inner = listed[1] if listed else type_
    listed = listed or type_ == "object"  # whatever its client makes of it
    if inner in classes:
        return f"{name}{'*' if listed else ':'}{inner}"
    return name + "*" * bool(listed)


def main():
    inputs = read_inputs(sys.argv[1])
    known = known_classes(sys.argv[2])
    print("# Made by list_inputs.py from the Registry Assistant API's model classes (facts, no text).")
    for name, properties in sorted(inputs.items()):
        if LEFT_OUT.search(name):
            continue
        told = [written(each, type_, inputs) for each, type_ in properties.items()
                if not (type_.startswith("LanguageMap") and LANGUAGES.search(each) and
                        LANGUAGES.sub("", each) in properties)]
        print(f"{name}\t{class_of_ctdl(name, known)}\t{' '.join(told)}")


if __name__ == "__main__":
    main()
