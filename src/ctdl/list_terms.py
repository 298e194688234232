#!/usr/bin/python3
"""Writes terms.txt: the terms of CTDL and CTDL-ASN, as facts without their definitions.

    src/ctdl/list_terms.py SCHEMA CONTEXT [SCHEMA CONTEXT...] > src/ctdl/terms.txt

SCHEMA and CONTEXT are the JSON-LD files that https://credreg.net publishes of CTDL and of
CTDL-ASN, in this order. A line is one term, its fields are separated by tabs; "sources" are the
files that say it (ctdl, asn):

    prefix    sources  name  address
    class     sources  name  label    status  parents
    property  sources  name  label    status  datatype  domains  ranges  schemes  inverse
    scheme    sources  name  label    status
    concept   sources  name  label    status  scheme    broader

Lists have spaces between. "ceterms:Degree*" in a list stands for the class and all below it. A
property of the contexts alone, of which no schema says anything, has no sources, label and status;
those that only schemas themselves are written with are left out.
"""
import json
import sys

OF_SCHEMAS_ONLY = {"adms", "dct", "meta", "owl", "rdfs", "vann", "vs"}
OF_SCHEMAS_ALONE = {"schema:domainIncludes", "schema:rangeIncludes"}
SOURCES = ("ctdl", "asn")
DATATYPES = {
    "@id": "reference",
    "xsd:string": "text",
    "xsd:language": "language",
    "xsd:date": "date",
    "xsd:dateTime": "date_time",
    "xsd:duration": "duration",
    "schema:Duration": "duration",
    "xsd:boolean": "boolean",
    "xsd:integer": "integer",
    "xsd:decimal": "decimal",
    "xsd:float": "decimal",
}


def read(path):
    with open(path, encoding="utf-8-sig") as file:
        return json.load(file)


def ids(value):
    return [each["@id"] if isinstance(each, dict) else each
            for each in (value if isinstance(value, list) else [value])]


def label(term):
    return " ".join((term.get("rdfs:label") or term["skos:prefLabel"])["en-US"].split())


def status(term):
    return term.get("vs:term_status", "").removeprefix("vs:")


def datatype(definition):
    if definition.get("@container") == "@language":
        return "language_map"
    return DATATYPES[definition["@type"]] if "@type" in definition else "untyped"


class Terms:
    """What the schemas and contexts say together."""

    def __init__(self, paths):
        self.terms, self.sources, self.contexts = {}, {}, []
        for source, schema, context in zip(SOURCES, paths[::2], paths[1::2]):
            for term in read(schema)["@graph"]:
                self.add(term, source)
            self.contexts.append(read(context)["@context"])
        self.descendants = {}
        for name, term in self.of_type("rdfs:Class"):
            for ancestor in self.ancestors(name):
                self.descendants.setdefault(ancestor, set()).add(name)

    def add(self, term, source):
        """A term that both schemas have is one, with what either says of it."""
        self.sources.setdefault(term["@id"], []).append(source)
        known = self.terms.setdefault(term["@id"], term)
        for relation in ("rdfs:subClassOf", "schema:domainIncludes", "schema:rangeIncludes"):
            if relation in term:
                known[relation] = sorted({*ids(known.get(relation, [])), *ids(term[relation])})

    def of_type(self, kind):
        return sorted((name, term) for name, term in self.terms.items() if term["@type"] == kind)

    def ancestors(self, name, seen=()):
        for parent in ids(self.terms.get(name, {}).get("rdfs:subClassOf", [])):
            if parent not in seen:
                yield parent
                yield from self.ancestors(parent, (*seen, parent))

    def shortened(self, names):
        """With "X*" for X and all below it."""
        names = set(names)
        whole = {name for name in names if self.descendants.get(name, set()) - {name} and
                 self.descendants[name] <= names}
        covered = set().union(*(self.descendants[name] for name in whole))
        return " ".join(name + "*" * (name in whole) for name in sorted(names - covered))

    def related(self, term, relation):
        return " ".join(sorted(ids(term.get(relation, []))))

    def prefixes(self):
        addresses = {}
        for source, context in zip(SOURCES, self.contexts):
            for prefix, address in context.items():
                if isinstance(address, str):
                    addresses.setdefault((prefix, address), []).append(source)
        for (prefix, address), sources in sorted(addresses.items()):
            yield "prefix", " ".join(sources), prefix, address

    def beginning(self, kind, name):
        term = self.terms[name]
        return kind, " ".join(self.sources[name]), name, label(term), status(term)

    def classes(self):
        for name, term in self.of_type("rdfs:Class"):
            yield *self.beginning("class", name), self.related(term, "rdfs:subClassOf")

    def properties(self):
        written = {}
        for context in self.contexts:
            for name, definition in context.items():
                if isinstance(definition, dict):
                    written.setdefault(name, datatype(definition))
        for name in sorted({*written, *(name for name, _ in self.of_type("rdf:Property"))}):
            term = self.terms.get(name)
            if term:
                yield (*self.beginning("property", name), written.get(name, "untyped"),
                       self.shortened(ids(term.get("schema:domainIncludes", []))),
                       self.shortened(ids(term.get("schema:rangeIncludes", []))),
                       self.related(term, "meta:targetScheme"), self.related(term, "owl:inverseOf"))
            elif name.split(":")[0] not in OF_SCHEMAS_ONLY and name not in OF_SCHEMAS_ALONE:
                yield "property", "", name, "", "", written[name], "", "", "", ""

    def schemes(self):
        for name, _ in self.of_type("skos:ConceptScheme"):
            yield self.beginning("scheme", name)

    def concepts(self):
        for name, term in self.of_type("skos:Concept"):
            yield (*self.beginning("concept", name), self.related(term, "skos:inScheme"),
                   self.related(term, "skos:broader"))


def main():
    terms = Terms(sys.argv[1:])
    print("# Made by list_terms.py from the schemas and contexts of credreg.net; the terms are "
          "Credential\n# Engine's (CC BY 4.0).")
    for rows in (terms.prefixes(), terms.classes(), terms.properties(), terms.schemes(),
                 terms.concepts()):
        for row in rows:
            print("\t".join(row))


if __name__ == "__main__":
    main()
