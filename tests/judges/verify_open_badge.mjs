// Judges the documents of one badge by Open Badges 2.0 (IMS Global, OBv2p0Final):
//
//     node verify_open_badge.mjs < {"issuer": …, "badge_class": …, "assertion": …, "email": …}
//
// A revoked badge is judged alone: {"revoked": …}. Every complaint is a line; the status is 1 when
// there is one. The documents are expanded as JSON-LD by an implementation that is not ours, with
// the terms that we use of the published context (https://w3id.org/openbadges/v2): what a term
// does not name is lost, and a loss is a complaint.
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import jsonld from 'jsonld';

const CONTEXT = 'https://w3id.org/openbadges/v2';
const OBI = 'https://w3id.org/openbadges#';
const SCHEMA = 'http://schema.org/';
const EXPIRATION = 'https://w3id.org/security#expiration';
const context = JSON.parse(readFileSync(new URL('open_badges_context.json', import.meta.url)));

const complaints = [];

async function documentLoader(url) {
  if (url !== CONTEXT) throw new Error(`no document may need ${url}`);
  return {contextUrl: null, document: context, documentUrl: url};
}

// How often a value or a key is said in a document, at any depth.
function members(value) {
  if (Array.isArray(value)) return value.flatMap(members);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...members(inner)]);
}

function expandedMembers(value) {
  if (Array.isArray(value)) return value.flatMap(expandedMembers);
  if (value === null || typeof value !== 'object' || '@value' in value) return [];
  const own = Object.keys(value).filter(key => !key.startsWith('@') || key === '@type');
  return [...own, ...Object.values(value).flatMap(expandedMembers)];
}

// The IRI under which a term is found again.
function expectedIri(term) {
  const definition = context['@context'][term];
  const name = typeof definition === 'object' ? definition['@id'] : definition;
  if (name === undefined || name.startsWith('@')) return name;
  const [prefix, rest] = name.split(':');
  return context['@context'][prefix] + rest;
}

// The one node of a document, with nothing of it lost.
async function expand(label, document) {
  if (document?.['@context'] !== CONTEXT) complaints.push(`${label}: @context is not ${CONTEXT}`);
  let nodes = [];
  try {
    nodes = await jsonld.expand(document, {documentLoader});
  } catch (error) {
    complaints.push(`${label}: cannot be expanded: ${error.message}`);
  }
  if (nodes.length !== 1) {
    complaints.push(`${label}: is ${nodes.length} nodes`);
    return {};
  }
  const found = expandedMembers(nodes);
  for (const term of members(document)) {
    if (term === '@context' || term === 'id') continue;
    const iri = expectedIri(term);
    const place = iri === undefined ? -1 : found.indexOf(iri);
    if (place < 0) complaints.push(`${label}: "${term}" is lost in expansion`);
    else found.splice(place, 1);
  }
  return nodes[0];
}

function isAddress(text) {
  try {
    return /^https?:\/\/[^\s]+$/.test(text) && Boolean(new URL(text).host);
  } catch {
    return false;
  }
}

const kinds = {
  text: value => typeof value?.['@value'] === 'string' && value['@value'].trim() !== '',
  email: value => /^[^@\s]+@[^@\s]+$/.test(value?.['@value'] ?? ''),
  boolean: value => typeof value?.['@value'] === 'boolean',
  hash: value => /^sha256\$[0-9a-f]{64}$/.test(value?.['@value'] ?? ''),
  address: value => isAddress(value?.['@id']),
  node: value => value !== null && typeof value === 'object' && !('@value' in value),
  moment: value =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value?.['@value'] ?? '') &&
    !Number.isNaN(Date.parse(value['@value'])),
};

// The values of a property, each of the kind that the specification names.
function values(label, node, iri, kind, {required = false, many = false} = {}) {
  const found = node[iri] ?? [];
  const name = iri.replace(/^.*[#/]/, '');
  if (required && found.length === 0) complaints.push(`${label}: ${name} is missing`);
  if (!many && found.length > 1) complaints.push(`${label}: ${name} is there more than once`);
  for (const value of found) {
    if (!kinds[kind](value)) complaints.push(`${label}: ${name} is no ${kind}`);
  }
  return found;
}

function expectType(label, node, iri) {
  if (!node['@type']?.includes(iri)) complaints.push(`${label}: type is not ${iri}`);
}

const required = {required: true};

function judgeProfile(node) {
  const label = 'issuer';
  expectType(label, node, `${OBI}Profile`);
  values(label, node, `${SCHEMA}name`, 'text', required);
  values(label, node, `${SCHEMA}url`, 'address', required);
  values(label, node, `${SCHEMA}email`, 'email', required);
  values(label, node, `${SCHEMA}description`, 'text');
  values(label, node, `${SCHEMA}image`, 'address');
}

function judgeBadgeClass(node) {
  const label = 'badge_class';
  expectType(label, node, `${OBI}BadgeClass`);
  for (const name of ['name', 'description']) {
    values(label, node, SCHEMA + name, 'text', required);
  }
  values(label, node, `${SCHEMA}image`, 'address', required);
  values(label, node, `${OBI}issuer`, 'address', required);
  values(label, node, `${SCHEMA}keywords`, 'text', {many: true});
  for (const criteria of values(label, node, `${OBI}criteria`, 'node', required)) {
    if (!criteria['@id'] && !criteria[`${OBI}narrative`]) {
      complaints.push(`${label}: criteria has neither id nor narrative`);
    }
    if (criteria['@id'] && !isAddress(criteria['@id'])) {
      complaints.push(`${label}: id of criteria is no address`);
    }
    values(`${label} criteria`, criteria, `${OBI}narrative`, 'text');
  }
  for (const alignment of values(label, node, `${OBI}alignment`, 'node', {many: true})) {
    values(`${label} alignment`, alignment, `${SCHEMA}targetName`, 'text', required);
    const [url] = values(`${label} alignment`, alignment, `${SCHEMA}targetUrl`, 'text', required);
    if (!isAddress(url?.['@value'])) complaints.push(`${label}: targetUrl is no address`);
  }
}

// `document` is the node before expansion, whose recipient's "email" is no term of the context but
// the name of a property.
function judgeRecipient(node, document, email) {
  const label = 'assertion recipient';
  const [recipient] = values('assertion', node, `${OBI}recipient`, 'node', required);
  if (!recipient) return;
  if (document.recipient?.type !== 'email') complaints.push(`${label}: type is not email`);
  const [identity] = values(label, recipient, `${OBI}identityHash`, 'hash', required);
  const [hashed] = values(label, recipient, `${OBI}hashed`, 'boolean', required);
  const [salt] = values(label, recipient, `${OBI}salt`, 'text');
  if (hashed?.['@value'] !== true) complaints.push(`${label}: hashed is not true`);
  if (email === undefined) return;
  const hash = createHash('sha256').update(email + (salt?.['@value'] ?? '')).digest('hex');
  if (identity?.['@value'] !== `sha256$${hash}`) {
    complaints.push(`${label}: identity is not the hash of ${email}`);
  }
  if (JSON.stringify(document).includes(email)) complaints.push(`assertion: names ${email}`);
}

function judgeAssertion(node, document, email) {
  const label = 'assertion';
  expectType(label, node, `${OBI}Assertion`);
  judgeRecipient(node, document, email);
  values(label, node, `${OBI}badge`, 'address', required);
  const [verification] = values(label, node, `${OBI}verify`, 'node', required);
  if (verification) expectType(`${label} verification`, verification, `${OBI}HostedBadge`);
  const [issued] = values(label, node, `${OBI}issueDate`, 'moment', required);
  const [expires] = values(label, node, EXPIRATION, 'moment');
  if (expires && Date.parse(expires['@value']) < Date.parse(issued?.['@value'])) {
    complaints.push(`${label}: expires before it is issued`);
  }
  for (const evidence of values(label, node, `${OBI}evidence`, 'node', {many: true})) {
    if (!evidence['@id'] && !evidence[`${OBI}narrative`]) {
      complaints.push(`${label}: evidence has neither id nor narrative`);
    }
  }
}

// A hosted badge is verified by its addresses: each document names the next, and all are of one
// origin.
function judgeLinks(issuer, badgeClass, assertion) {
  const badge = assertion[`${OBI}badge`]?.[0]?.['@id'];
  const issuedBy = badgeClass[`${OBI}issuer`]?.[0]?.['@id'];
  for (const [label, node] of Object.entries({issuer, badge_class: badgeClass, assertion})) {
    if (!isAddress(node['@id'])) complaints.push(`${label}: id is no address`);
  }
  if (badge !== badgeClass['@id']) complaints.push(`assertion: badge is not the badge class`);
  if (issuedBy !== issuer['@id']) complaints.push(`badge_class: issuer is not the issuer`);
  if (isAddress(assertion['@id']) && isAddress(issuer['@id']) &&
      new URL(assertion['@id']).host !== new URL(issuer['@id']).host) {
    complaints.push('assertion: is of another host than its issuer');
  }
}

async function judgeRevoked(document) {
  const label = 'revoked';
  const node = await expand(label, document);
  expectType(label, node, `${OBI}Assertion`);
  if (!isAddress(node['@id'])) complaints.push(`${label}: id is no address`);
  const [revoked] = values(label, node, `${OBI}revoked`, 'boolean', required);
  if (revoked?.['@value'] !== true) complaints.push(`${label}: is not revoked`);
  values(label, node, `${OBI}revocationReason`, 'text');
}

async function judge({issuer, badge_class, assertion, email, revoked}) {
  if (revoked !== undefined) return judgeRevoked(revoked);
  const profile = await expand('issuer', issuer);
  const badgeClass = await expand('badge_class', badge_class);
  const asserted = await expand('assertion', assertion);
  judgeProfile(profile);
  judgeBadgeClass(badgeClass);
  judgeAssertion(asserted, assertion, email);
  judgeLinks(profile, badgeClass, asserted);
}

await judge(JSON.parse(readFileSync(0, 'utf8')));
for (const complaint of complaints) console.log(complaint);
process.exitCode = complaints.length === 0 ? 0 : 1;
