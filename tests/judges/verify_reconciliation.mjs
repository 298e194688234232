// Judges answers of the reconciliation service by the rules of the Reconciliation Service API 0.2:
//
//     node verify_reconciliation.mjs < [{"label": "one query", "kind": "results", "answer": …}, …]
//
// Kinds: manifest, results, entities, types, properties, proposal, extension. Every complaint is a
// line; the status is 1 when there is one. The rules are written here after the specification's
// text and schemas, and are held against the answers by an implementation that is not ours.
import {readFileSync} from 'node:fs';
import Ajv from 'ajv';

const text = {type: 'string'};
const list = items => ({type: 'array', items});
const record = (properties, required) => ({type: 'object', properties, required});
const template = {type: 'string', pattern: '\\{\\{id\\}\\}'};

const named = record({id: text, name: text, description: text}, ['id', 'name']);
const type = record({...named.properties, broader: list(named)}, named.required);
const typeOfSomething = {anyOf: [text, record({id: text, name: text}, ['id'])]};
const service = record({
  service_url: text, service_path: text, flyout_service_url: text,
  flyout_service_path: {type: 'string', pattern: '\\$\\{id\\}'}}, []);
const view = record({url: template}, ['url']);
const setting = record(
    {type: {enum: ['number', 'text', 'checkbox', 'select']}, name: text, label: text,
     help_text: text, choices: list(record({value: text, name: text}, ['value', 'name']))},
    ['type', 'name', 'label']);

const manifest = record({
  versions: {type: 'array', items: text, contains: {const: '0.2'}},
  name: text, identifierSpace: text, schemaSpace: text, documentation: text, logo: text,
  serviceVersion: text, batchSize: {type: 'integer', minimum: 1}, view, feature_view: view,
  defaultTypes: {type: 'array', items: type, uniqueItems: true},
  preview: record({url: template, width: {type: 'integer'}, height: {type: 'integer'}},
                  ['url', 'width', 'height']),
  suggest: record({entity: service, property: service, type: service}, []),
  extend: record({propose_properties: record({service_url: text, service_path: text}, []),
                  property_settings: list(setting)}, []),
}, ['versions', 'name', 'identifierSpace', 'schemaSpace']);

const candidate = record({
  ...named.properties, score: {type: 'number'}, match: {type: 'boolean'},
  type: list(typeOfSomething),
  features: list(record({id: text, value: {type: ['boolean', 'number']}}, [])),
}, ['id', 'name', 'score']);

const only = properties => (
    {...record(properties, Object.keys(properties).filter(name => name !== 'description')),
     additionalProperties: false});
const moment = '^-?\\d{4,}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)?$';
const value = {oneOf: [
  only({}), only(named.properties), only({str: text}), only({float: {type: 'number'}}),
  only({int: {type: 'integer'}}), only({date: {type: 'string', pattern: moment}})]};

const rules = {
  manifest,
  results: {type: 'object', additionalProperties: record({result: list(candidate)}, ['result'])},
  entities: record(
      {result: list(record({...named.properties, notable: list(typeOfSomething)},
                           named.required))}, ['result']),
  types: record({result: list(type)}, ['result']),
  properties: record({result: list(named)}, ['result']),
  proposal: record({type: text, limit: {type: 'integer'}, properties: list(named)},
                   ['properties']),
  extension: record({
    meta: list(record({id: text, name: text, type: record({id: text, name: text}, ['id']),
                       service: {type: 'string', pattern: '^https?://'}}, ['id', 'name'])),
    rows: {type: 'object',
           additionalProperties: {type: 'object', additionalProperties: list(value)}},
  }, ['meta', 'rows']),
};

// What no schema can say of results.
function disorder(answer) {
  return Object.entries(answer).flatMap(([key, {result}]) => {
    const said = [];
    if (result.filter(one => one.match).length > 1) said.push(`/${key} has several matches`);
    if (new Set(result.map(one => one.id)).size < result.length) {
      said.push(`/${key} has a candidate twice`);
    }
    if (result.some((one, at) => at > 0 && one.score > result[at - 1].score)) {
      said.push(`/${key} is not in the order of its scores`);
    }
    return said;
  });
}

const ajv = new Ajv({allErrors: true, allowUnionTypes: true});
const complaints = [];
for (const {label, kind, answer} of JSON.parse(readFileSync(0))) {
  const accepts = ajv.compile(rules[kind]);
  const said = accepts(answer)
      ? (kind === 'results' ? disorder(answer) : [])
      : accepts.errors.map(error => `${error.instancePath} ${error.message}`);
  complaints.push(...said.map(complaint => `${label}: ${complaint}`));
}
for (const complaint of complaints) console.log(complaint);
process.exitCode = complaints.length === 0 ? 0 : 1;
