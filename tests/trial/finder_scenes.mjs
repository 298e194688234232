// What finder_test.py has Chromium do in a registry of real organizations: CARTULARY_URL, with names
// and slips of them in CARTULARY_QUESTIONS.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {openChromium, Person} from '../browser/support/browser.mjs';

const registry = {url: process.env.CARTULARY_URL};
const questions = JSON.parse(readFileSync(process.env.CARTULARY_QUESTIONS, 'utf8'));
const foundMin = 0.95;  // of the names, among the first results
const firstShown = 10;
let chromium, ada;

before(async () => {
  chromium = await openChromium();
  ada = await Person.sitDown(chromium, registry);
});
after(() => chromium.close());

const plain = text => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
const isMeant = (shown, name) => plain(shown) === plain(name);
const search = (text, more = {}) => ada.go(`/?${new URLSearchParams({q: text, ...more})}`);
const namesShown = () => ada.page.locator('ol.results h3').allTextContents();

async function shareFound(look) {
  const missed = [];
  for (const question of questions) {
    if (!(await look(question)).some(shown => isMeant(shown, question.name))) missed.push(question);
  }
  console.log(`missed ${missed.length} of ${questions.length}`, missed.slice(0, 5));
  assert.ok(missed.length <= questions.length * (1 - foundMin));
}

test('a name is found', () => shareFound(async ({name}) => {
  await search(name);
  return (await namesShown()).slice(0, firstShown);
}));

test('a name with a slip is found', () => shareFound(async ({slip}) => {
  await search(slip);
  return (await namesShown()).slice(0, firstShown);
}));

test('a name is suggested before it is typed to its end', () => shareFound(async ({name}) => {
  await ada.go('/');
  const typed = name.slice(0, -2);
  const asked = ada.page.waitForResponse(
    answer => new URL(answer.url()).searchParams.get('q') === typed);
  await ada.page.locator('#q').fill(typed);
  await asked;
  await ada.page.getByRole('option').first().waitFor({timeout: 5_000}).catch(() => {});
  return ada.page.getByRole('option').allTextContents();
}));

test('organizations are shown under their names', async () => {
  for (const {name} of questions.slice(0, 20)) {
    await search(name);
    const link = ada.page.locator('ol.results h3 a').first();
    const shown = await link.textContent();
    await link.click();
    await ada.page.waitForURL('**/resources/ce-*');
    assert.equal(await ada.title(), shown);
  }
  await ada.judge('trial-organization');
});

test('every filter leaves as many as it promises', async () => {
  for (const text of ['university', 'association', 'hospital', '']) {
    await search(text, text === '' ? {type: 'Organization'} : {});
    const promised = await ada.page.locator('.facet li:has(a)').evaluateAll(entries =>
      entries.slice(0, 12).map(entry => ({path: entry.querySelector('a').getAttribute('href'),
                                          count: entry.querySelector('.how-many').textContent})));
    assert.ok(promised.length > 0, text);
    for (const {path, count} of promised) {
      await ada.go(path);
      const said = await ada.page.locator('.count h2').textContent();
      assert.equal(said.replace(/\D/g, ''), count.replace(/\D/g, ''), path);
    }
  }
  await ada.judge('trial-results');
});
