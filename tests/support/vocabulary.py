"""The terms of CTDL as the program has them, and documents that use them."""
import functools
import pathlib
import uuid
from dataclasses import dataclass

TABLE = pathlib.Path(__file__).parents[2] / "src" / "ctdl" / "terms.txt"
ELSEWHERE = "https://elsewhere.example/resources"
CONTEXTS = {"ceasn": "https://credreg.net/ctdlasn/schema/context/json",
            "asn": "https://credreg.net/ctdlasn/schema/context/json",
            "skos": "https://credreg.net/ctdlasn/schema/context/json"}
CTDL = "https://credreg.net/ctdl/schema/context/json"
ORGANIZATIONS = {"ceterms:Organization", "ceterms:CredentialOrganization",
                 "ceterms:QACredentialOrganization"}
ABSTRACT = {"ceterms:Credential", "ceterms:CredentialingAction", "ceterms:Degree"}
PLAIN = {"language_map": {"en-US": "Welding", "es": ["Soldadura", "Soldar"]},
         "text": "A text", "language": "en-US", "date": "2026-01-31",
         "date_time": "2026-01-31T12:30:00Z", "duration": "P1Y6M", "boolean": True, "integer": 7,
         "decimal": 2.5}


def lines(kind):
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if fields[0] == kind:
            yield fields[2:]


@dataclass
class Property:
    name: str
    datatype: str
    domains: set
    ranges: list
    schemes: list


@functools.cache
def parents():
    return {name: tuple(above.split()) for name, _, _, above in lines("class")}


def ancestors(name):
    found = {name}
    for parent in parents().get(name, ()):
        found |= ancestors(parent)
    return found


@functools.cache
def properties():
    """Of the schemas: what only contexts name is of no known class."""
    def names(text):
        return [name.rstrip("*") for name in text.split()]
    return [Property(name, datatype, set(names(domains)), names(ranges), names(schemes))
            for name, label, _, datatype, domains, ranges, schemes, _ in lines("property") if label]


@functools.cache
def concepts():
    """One of each scheme."""
    return {scheme.split()[0]: name for name, _, _, scheme, _ in lines("concept")}


def properties_of(class_name):
    above = ancestors(class_name)
    return [each for each in properties() if not each.domains or each.domains & above]


@functools.cache
def published_classes():
    """Those that have a CTID."""
    return sorted(name for name in parents()
                  if any(each.name == "ceterms:ctid" for each in properties_of(name)))


def address(ctid):
    return f"{ELSEWHERE}/{ctid}"


def reference(each, owner, depth):
    """A value of a property that refers to something."""
    if each.name == "ceterms:address":
        return [node("ceterms:Place", owner, depth + 1)]
    if ORGANIZATIONS & set(each.ranges):
        return [address(owner)]
    for scheme in each.schemes:
        if scheme in concepts():
            return [concepts()[scheme]]
    if not each.ranges or {"xsd:anyURI", "rdfs:Resource"} & set(each.ranges):
        return "https://page.example/of/something"
    if "schema:Date" in each.ranges:
        return "2026-01-31"
    if set(each.ranges) <= {"xsd:decimal", "xsd:integer", "xsd:float"}:
        return 30000
    described = [name for name in each.ranges if name in parents()]
    within = [name for name in described if name not in published_classes()]
    if within and depth == 0:
        return [node(within[0], owner, depth + 1)]
    return [address(f"ce-{uuid.uuid4()}")]


def node(class_name, owner, depth=0):
    """A node with every property that its class may have; what is within it with fewer."""
    made = {"@type": class_name}
    for each in properties_of(class_name):
        if depth and each.datatype == "reference" and each.schemes:
            continue
        if each.name in ("ceterms:ctid", "owl:sameAs"):
            continue
        made[each.name] = PLAIN.get(each.datatype) or reference(each, owner, depth)
    return made


def document(class_name, owner, ctid=None):
    """A document of this class that says all it can."""
    ctid = ctid or f"ce-{uuid.uuid4()}"
    made = node(class_name, owner)
    made |= {"@id": address(ctid), "ceterms:ctid": ctid}
    return {"@context": CONTEXTS.get(class_name.split(":")[0], CTDL), **made}


def with_part(sent):
    """A framework is published with a competency at the least."""
    if sent["@type"] != "ceasn:CompetencyFramework":
        return sent
    competency = f"ce-{uuid.uuid4()}"
    part = {"@id": address(competency), "@type": "ceasn:Competency", "ceterms:ctid": competency,
            "ceasn:competencyText": {"en-US": "Joins pipes"}, "ceasn:inLanguage": ["en-US"],
            "ceasn:isPartOf": [sent["@id"]]}
    node = {name: value for name, value in sent.items() if name != "@context"}
    return {"@context": sent["@context"], "@id": sent["@id"], "@graph": [node, part]}
