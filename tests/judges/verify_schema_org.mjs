// Judges what the pages of the registry say in the terms of schema.org:
//
//     node verify_schema_org.mjs < [{"label": "page of a certificate", "document": {…}}, …]
//
// Each is expanded as JSON-LD by an implementation that is not ours, with a context that takes every
// name for a term of schema.org and every @id for an address. Every complaint is a line; the status
// is 1 when there is one: a type or property that schema.org does not have, a property that a type
// does not have, a relative address, an empty value, a language that is none.
import {readFileSync} from 'node:fs';
import jsonld from 'jsonld';

const vocabulary = 'https://schema.org/';
const {types, properties} =
  JSON.parse(readFileSync(new URL('schema_org_terms.json', import.meta.url)));
const addresses = ['additionalType', 'image', 'license', 'mainEntityOfPage', 'sameAs', 'url'];
const complaints = [];

async function documentLoader(url) {
  if (url !== 'https://schema.org') throw new Error(`no document may need ${url}`);
  return {contextUrl: null, document: {'@context': {'@vocab': vocabulary}}, documentUrl: url};
}

const isA = (type, ancestor) =>
  type === ancestor || (types[type] ?? []).some(parent => isA(parent, ancestor));
const localName = iri => iri.startsWith(vocabulary) ? iri.slice(vocabulary.length) : undefined;

function judgeValue(label, property, value) {
  const complain = what => complaints.push(`${label}: ${property} ${what}`);
  if (!('@value' in value)) return judgeNode(label, value);
  if (String(value['@value']).trim() === '') complain('is empty');
  if (addresses.includes(property) && !/^https?:\/\/[^\s]+$/.test(value['@value'])) {
    complain(`"${value['@value']}" is no address`);
  }
  if ('@language' in value && !/^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/.test(value['@language'])) {
    complain(`is in "${value['@language']}"`);
  }
}

function judgeNode(label, node) {
  const kinds = (node['@type'] ?? []).map(localName);
  if (kinds.length === 0) complaints.push(`${label}: something has no type`);
  for (const kind of kinds) {
    if (!(kind in types)) complaints.push(`${label}: there is no type ${kind}`);
  }
  if ('@id' in node && !/^https?:\/\//.test(node['@id'])) {
    complaints.push(`${label}: "${node['@id']}" is no address`);
  }
  for (const [iri, values] of Object.entries(node)) {
    if (iri.startsWith('@')) continue;
    const property = localName(iri);
    if (!(property in properties)) {
      complaints.push(`${label}: there is no property ${iri}`);
    } else if (!kinds.some(kind => properties[property].some(domain => isA(kind, domain)))) {
      complaints.push(`${label}: ${kinds} has no ${property}`);
    }
    values.forEach(value => judgeValue(label, property, value));
  }
}

for (const {label, document} of JSON.parse(readFileSync(0))) {
  if (document['@context'] !== 'https://schema.org') {
    complaints.push(`${label}: the context is not that of schema.org`);
    continue;
  }
  const nodes = await jsonld.expand(document, {documentLoader, base: ''});
  if (nodes.length !== 1) complaints.push(`${label}: ${nodes.length} things`);
  nodes.forEach(node => judgeNode(label, node));
}
complaints.forEach(complaint => console.log(complaint));
process.exitCode = complaints.length ? 1 : 0;
