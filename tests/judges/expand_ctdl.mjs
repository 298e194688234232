// Judges documents of the registry as linked data:
//
//     node expand_ctdl.mjs < [{"label": "graph of a certificate", "document": {…}}, …]
//
// Each is expanded as JSON-LD by an implementation that is not ours, with the published contexts of
// CTDL and CTDL-ASN, from files. Every complaint is a line; the status is 1 when there is one: a
// property, type, value or language that is lost in expansion or was not there before, a term that
// no address stands for, an address that remains relative, a blank node that is nowhere defined.
import {readFileSync} from 'node:fs';
import jsonld from 'jsonld';

const read = name => JSON.parse(readFileSync(new URL(name, import.meta.url)));
const contexts = {
  'https://credreg.net/ctdl/schema/context/json': read('ctdl_context.json'),
  'https://credreg.net/ctdlasn/schema/context/json': read('ctdl_asn_context.json'),
};

const complaints = [];

async function documentLoader(url) {
  if (!(url in contexts)) throw new Error(`no document may need ${url}`);
  return {contextUrl: null, document: contexts[url], documentUrl: url};
}

const isObject = value => value !== null && typeof value === 'object' && !Array.isArray(value);
const listOf = value => Array.isArray(value) ? value : [value];

// What a document says, each thing as often as it is said: kind, a space, and the thing.
class Said {
  counts = new Map();

  add(kind, thing) {
    const said = `${kind} ${thing}`;
    this.counts.set(said, (this.counts.get(said) ?? 0) + 1);
  }

  // What is said here more often than there.
  without(other) {
    return [...this.counts].filter(([said, count]) => count > (other.counts.get(said) ?? 0))
        .map(([said]) => said);
  }
}

// --- as it is written ------------------------------------------------------------------------

class Written {
  said = new Said();
  constructor(terms) { this.terms = terms; }

  // The address that a name with a prefix stands for.
  address(name) {
    const colon = String(name).indexOf(':');
    const known = colon > 0 ? this.terms[name.slice(0, colon)] : undefined;
    const rest = String(name).slice(colon + 1);
    return typeof known === 'string' && !rest.startsWith('//') ? known + rest : String(name);
  }

  node(node) {
    for (const [key, value] of Object.entries(node)) {
      if (key === '@context') continue;
      if (key === '@graph') listOf(value).forEach(inner => this.node(inner));
      else if (key === '@id') this.said.add('id', this.address(value));
      else if (key === '@type') {
        listOf(value).forEach(type => this.said.add('type', this.address(type)));
      }
      else this.property(key, value);
    }
  }

  property(name, value) {
    this.said.add('property', this.address(name));
    const definition = this.terms[name] ?? {};
    if (definition['@container'] === '@language') {
      for (const [language, texts] of Object.entries(value)) {
        for (const text of listOf(texts)) {
          this.said.add('value', text);
          this.said.add('language', language.toLowerCase());
        }
      }
      return;
    }
    for (const each of listOf(value)) {
      if (isObject(each) && '@value' in each) {
        this.said.add('value', each['@value']);
        if ('@language' in each) this.said.add('language', each['@language'].toLowerCase());
      } else if (isObject(each)) this.node(each);
      else if (definition['@type'] === '@id' && typeof each === 'string') {
        this.said.add('id', this.address(each));
      } else this.said.add('value', each);
    }
  }
}

// --- as it is understood ---------------------------------------------------------------------

function understood(nodes) {
  const said = new Said();
  const look = value => {
    if ('@value' in value) {
      said.add('value', value['@value']);
      if ('@language' in value) said.add('language', value['@language'].toLowerCase());
      return;
    }
    for (const [key, inner] of Object.entries(value)) {
      if (key === '@id') said.add('id', inner);
      else if (key === '@type') inner.forEach(type => said.add('type', type));
      else {
        if (key !== '@graph') said.add('property', key);
        listOf(inner).forEach(look);
      }
    }
  };
  nodes.forEach(look);
  return said;
}

const schemes = {
  property: /^https?:\/\//,
  type: /^https?:\/\//,
  id: /^(https?:\/\/|urn:|mailto:|tel:|_:)/,
};

function judgeAddresses(label, said) {
  for (const thing of said.counts.keys()) {
    const [kind, name] = [thing.slice(0, thing.indexOf(' ')), thing.slice(thing.indexOf(' ') + 1)];
    if (schemes[kind] && !schemes[kind].test(name)) {
      complaints.push(`${label}: the ${kind} "${name}" is no address`);
    }
  }
}

// Blank nodes, of which each must say something somewhere.
function judgeBlankNodes(label, nodes) {
  const [named, defined] = [new Set(), new Set()];
  const look = value => {
    if (Array.isArray(value)) return value.forEach(look);
    if (!isObject(value)) return;
    const id = value['@id'];
    if (typeof id === 'string' && id.startsWith('_:')) {
      named.add(id);
      if (Object.keys(value).length > 1) defined.add(id);
    }
    Object.values(value).forEach(look);
  };
  look(nodes);
  for (const id of named) if (!defined.has(id)) complaints.push(`${label}: ${id} is not defined`);
}

async function judge({label, document}) {
  const context = contexts[document?.['@context']];
  if (!context) return complaints.push(`${label}: the context is not one of CTDL's`);
  let nodes;
  try {
    nodes = await jsonld.expand(document, {documentLoader});
  } catch (error) {
    return complaints.push(`${label}: cannot be expanded: ${error.message}`);
  }
  const written = new Written(context['@context']);
  written.node(document);
  const found = understood(nodes);
  for (const thing of written.said.without(found)) complaints.push(`${label}: loses the ${thing}`);
  for (const thing of found.without(written.said)) complaints.push(`${label}: gains the ${thing}`);
  judgeAddresses(label, found);
  judgeBlankNodes(label, nodes);
}

for (const each of JSON.parse(readFileSync(0, 'utf8'))) await judge(each);
for (const complaint of complaints) console.log(complaint);
process.exitCode = complaints.length === 0 ? 0 : 1;
