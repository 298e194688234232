// Lighthouse judges the main pages as a phone and as a desktop show them.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {launch} from 'chrome-launcher';
import lighthouse, {desktopConfig} from 'lighthouse';
import {Registry} from './support/registry.mjs';

const scoreMin = 0.95;
const triesMax = 3;  // what else the machine does can only make a page slower
let chromium, registry;

before(async () => {
  registry = await Registry.startDemo('kestrels over the meadow');
  chromium = await launch({
    chromePath: process.env.CARTULARY_CHROMIUM ?? '/usr/bin/chromium',
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
});
after(async () => {
  await chromium.kill();
  await registry.stop();
});

// The first thing of a class.
async function anyOf(type) {
  const {results} = await registry.json(`/search?type=${type}&per_page=1`);
  return `/resources/${results[0].ctid}`;
}

async function scoresOf(path, config) {
  const {lhr} = await lighthouse(
    registry.url + path, {port: chromium.port, logLevel: 'error'}, config);
  const failed = Object.values(lhr.audits)
    .filter(audit => audit.score !== null && audit.score < 0.9)
    .map(audit => `${audit.id} ${audit.score}`);
  return {failed, scores: Object.values(lhr.categories).map(({id, score}) => [id, score])};
}

async function judge(path, config) {
  for (let tries = 1;; ++tries) {
    const {failed, scores} = await scoresOf(path, config);
    const low = scores.filter(([, score]) => score < scoreMin);
    if (low.length === 0) return;
    const isSlow = low.every(([category]) => category === 'performance');
    if (!isSlow || tries === triesMax) assert.fail(`${path}: ${low}; ${failed.join(', ')}`);
  }
}

for (const [device, config] of [['phone', undefined], ['desktop', desktopConfig]]) {
  test(`home scores high on a ${device}`, () => judge('/', config));
  test(`results score high on a ${device}`, () => judge('/?q=college', config));
  test(`an organization scores high on a ${device}`,
       async () => judge(await anyOf('ceterms:CredentialOrganization'), config));
  test(`a credential scores high on a ${device}`,
       async () => judge(await anyOf('ceterms:Certificate'), config));
  test(`an interface scores high on a ${device}`, () => judge('/docs/registry', config));
}
