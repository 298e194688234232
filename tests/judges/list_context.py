#!/usr/bin/python3
"""Writes the contexts that expand_ctdl.mjs judges by: what a published one says, a term a line.

    tests/judges/list_context.py CONTEXT > tests/judges/ctdl_context.json

CONTEXT is the JSON-LD context that https://credreg.net publishes of CTDL or of CTDL-ASN.
"""
import json
import sys


def main():
    with open(sys.argv[1], encoding="utf-8-sig") as file:
        context = json.load(file)["@context"]
    terms = ",\n".join(f"    {json.dumps(name)}: {json.dumps(context[name])}"
                       for name in sorted(context))
    print('{\n  "source": "https://credreg.net; the terms are Credential Engine\'s, CC BY 4.0",')
    print('  "@context": {\n' + terms + "\n  }\n}")


if __name__ == "__main__":
    main()
