// What everybody sees who looks for something, in a loaded demonstration: by mouse, by keyboard, by
// hand on a phone, with and without scripts, in both languages.
import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {after, before, test} from 'node:test';
import {openChromium, Person} from './support/browser.mjs';
import {Registry} from './support/registry.mjs';

const password = 'kestrels over the meadow';
const college = 'Harbor Demonstration College';
const queryLengthMax = 1_000;  // characters, as search::query_length_max
let chromium, registry, ada;

before(async () => {
  [chromium, registry] = await Promise.all([openChromium(), Registry.startDemo(password)]);
  ada = await Person.sitDown(chromium, registry);
});
after(async () => {
  await chromium.close();
  await registry.stop();
});

const box = person => person.page.locator('#q');
const options = person => person.page.getByRole('option');
const results = person => person.page.locator('ol.results > li');
const counted = async person =>
  Number((await person.page.locator('.count h2').textContent()).replace(/\D/g, ''));

async function search(person, text) {
  await person.go('/');
  await box(person).fill(text);
  await box(person).press('Enter');
  await person.page.waitForURL('**/?*');
}

// Where the first thing of these words and this class is shown.
async function pathOf(text, type) {
  const query = new URLSearchParams({fts: text, type, per_page: 1});
  const {results: [found]} = await registry.json(`/search?${query}`);
  return `/resources/${found.ctid}`;
}

test('home tells what is here and lets everybody search', async () => {
  assert.equal(await ada.go('/'), 200);
  await ada.page.getByText('organizations', {exact: false}).first().waitFor();
  assert.equal(await ada.page.locator('#q').count(), 1);
  await ada.judge('finder-home');
});

test('names are suggested while somebody types, and chosen by keyboard', async () => {
  await ada.go('/');
  await box(ada).pressSequentially('harbor demo');
  await options(ada).filter({hasText: college}).waitFor();
  assert.equal(await box(ada).getAttribute('aria-expanded'), 'true');
  await ada.judge('finder-suggestions');
  await box(ada).press('Escape');
  assert.equal(await options(ada).count(), 0);
  await box(ada).press('ArrowDown');
  await options(ada).first().waitFor();
  await box(ada).press('ArrowDown');
  const active = await box(ada).getAttribute('aria-activedescendant');
  assert.equal(await ada.page.locator(`#${active}`).getAttribute('aria-selected'), 'true');
  assert.match(await ada.page.locator(`#${active}`).textContent(), /Harbor/);
  await box(ada).press('Enter');
  await ada.page.waitForURL('**/resources/ce-*');
  assert.equal(await ada.title(), college);
});

test('typing mistakes are forgiven and said, and can be meant', async () => {
  await search(ada, 'wellding');
  await ada.page.getByText('Showing results for').waitFor();
  assert.match(await results(ada).first().textContent(), /welding/i);
  await ada.judge('finder-results-corrected');
  await ada.page.getByRole('link', {name: 'Search instead for wellding'}).click();
  await ada.page.waitForURL('**exact=*');
  assert.equal(await results(ada).count(), 0, 'nobody teaches wellding');
});

test('filters tell how many they leave, combine, and can be taken back', async () => {
  await search(ada, 'welding');
  const before = await counted(ada);
  for (const facet of ['Type', 'Region']) {
    const entry = ada.page.getByRole('group', {name: facet, exact: true}).locator('li')
      .filter({has: ada.page.locator('a')}).first();
    const promised = Number(await entry.locator('.how-many').textContent());
    await entry.getByRole('link').click();
    await ada.page.locator('.chosen').getByText(facet).waitFor();
    assert.equal(await counted(ada), promised, facet);
    assert.ok(promised < before);
  }
  await ada.judge('finder-results-filtered');
  const shared = await Person.sitDown(chromium, registry);
  await shared.go(ada.page.url());
  assert.equal(await counted(shared), await counted(ada), 'the address says all of it');
  await shared.leave();
  await ada.follow('Remove all filters');
  await ada.page.locator('.chosen').waitFor({state: 'detached'});
  assert.equal(await counted(ada), before);
});

test('results have an order and pages, and an address beyond them leads to the last', async () => {
  await search(ada, 'college');
  await ada.follow('Next');
  await ada.page.waitForURL('**page=2*');
  await ada.judge('finder-results-page-2');
  await ada.go('/?q=college');
  await ada.follow('Name');
  await ada.page.waitForURL('**sort=name*');
  const names = await results(ada).locator('h3').allTextContents();
  const sorted = [...names].sort((a, b) => a.localeCompare(b, 'en', {sensitivity: 'base'}));
  assert.deepEqual(names.slice(0, 3), sorted.slice(0, 3));
  for (const page of ['1000000', '99999999999999999999', '-1', '0', 'last']) {
    assert.equal(await ada.go(`/?q=college&page=${page}`), 200, page);
    assert.ok(await results(ada).count() > 0, page);
  }
  await ada.go('/?q=college&type=Nonsense&sort=best%20of%20all&region=%00&kind=orgType:None');
  assert.equal(await results(ada).count(), 0);
});

test('who finds nothing is shown what is near', async () => {
  await search(ada, 'qxzjkvw blorptang');
  assert.equal(await results(ada).count(), 0);
  await ada.judge('finder-nothing');
  await search(ada, 'harbor qxzjkvw');
  await ada.page.getByRole('link', {name: 'harbor', exact: true}).click();
  await results(ada).first().waitFor();
});

test('searches that attack are only text', async () => {
  let dialogs = 0;
  ada.page.on('dialog', dialog => { ++dialogs; dialog.dismiss(); });
  for (const text of ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>',
                      "' or 1=1; drop table resource; --", '{{constructor.constructor("alert(1)")()}}',
                      'javascript:alert(1)', '%00%ff%2e%2e/', '*" AND (NEAR(a b, 99)) OR -', '\u202eegelloc',
                      '🏫'.repeat(100), '((((((((((((((((((((', '\\', '^$.*+?[]{}|']) {
    await search(ada, text);
    assert.equal(await box(ada).inputValue(), text);
    assert.equal(await ada.page.locator('main img[src="x"], main script').count(), 0, text);
  }
  assert.equal(dialogs, 0);
  await ada.judge('finder-results-attack');
});

test('a search of a thousand characters is answered, and a longer one refused in words', async () => {
  assert.equal(await ada.go(`/?q=${'x'.repeat(queryLengthMax)}`), 200);
  assert.equal(await ada.go(`/?q=${'%C3%A9'.repeat(queryLengthMax)}`), 200);
  assert.equal(await ada.go(`/?q=${'x'.repeat(queryLengthMax + 1)}`), 400);
  await ada.judge('finder-too-long');
  assert.equal(await ada.go(`/?q=${'a+'.repeat(queryLengthMax / 2)}`), 400, 'too many words');
  await ada.go('/');
  await box(ada).fill('y'.repeat(2 * queryLengthMax));
  assert.equal((await box(ada).inputValue()).length, queryLengthMax, 'the box takes no more');
});

test('names of any script are found, and read in their own direction', async () => {
  const {log_ins: logIns} = registry.loaded;
  const key = logIns.find(({with: values}) => values['API key']).with['API key'];
  const name = 'جامعة الميناء القديم';
  const answer = await fetch(`${registry.url}/accountsapi/organization/register`, {
    method: 'POST',
    headers: {'Authorization': `ApiToken ${key}`, 'Content-Type': 'application/json'},
    body: JSON.stringify({
      CTID: `ce-${randomUUID()}`, Name: name, Url: 'https://mina.example/', PrimaryEmail: 'office@mina.example',
      PrimaryPhoneNumber: '(800) 555-1212', StreetAddress: '1 Quay', City: 'Portland',
      StateProvince: 'Maine', Country: 'United States', PostalCode: '04101',
      OrganizationPublishingRoleUris: ['publishRole:CredentialOrganization'],
      OrganizationPublishingMethodUris: ['BulkUpload'], OrganizationTypeUris: ['orgType:TwoYear'],
      OrganizationSectorUri: 'agentSector:Public',
      Contacts: [{Email: 'admin@mina.example', FirstName: 'Ada', LastName: 'Admin'}],
    }),
  });
  assert.equal(answer.status, 200, await answer.text());
  await search(ada, 'الميناء');
  const found = results(ada).filter({hasText: name});
  assert.equal(await found.count(), 1);
  const direction = await found.locator('h3 bdi').evaluate(
    element => getComputedStyle(element).direction);
  assert.equal(direction, 'rtl');
  await ada.judge('finder-results-right-to-left');
  await found.getByRole('link').first().click();
  assert.equal(await ada.title(), name);
  await ada.judge('finder-organization-right-to-left');
});

test('an organization is shown with what it offers and who vouches for it', async () => {
  await ada.go(await pathOf(college, 'ceterms:CredentialOrganization'));
  assert.equal(await ada.title(), college);
  await ada.judge('finder-organization');
});

test('a credential is shown whole, compared and printed', async () => {
  await ada.go(await pathOf('welding', 'ceterms:Certificate'));
  await ada.judge('finder-credential');
  await ada.page.emulateMedia({media: 'print'});
  assert.equal(await ada.page.locator('header.banner nav').isVisible(), false);
  await ada.page.emulateMedia({media: null});
  await ada.go('/?q=welding&type=Certificate');
  for (const tick of (await ada.page.getByRole('checkbox', {name: /^Compare/}).all()).slice(0, 3)) {
    await tick.check();
  }
  await ada.press('Compare those ticked');
  await ada.page.waitForURL('**/compare?*');
  assert.equal(await ada.page.locator('table').first().isVisible(), true);
  await ada.judge('finder-compare');
});

test('the history of a thing shows its versions and what changed between them', async () => {
  await ada.go(await pathOf(college, 'ceterms:CredentialOrganization'));
  await ada.page.getByRole('link', {name: /History/}).first().click();
  await ada.judge('finder-history');
});

test('without scripts everything is there', async () => {
  const careful = await Person.sitDown(chromium, registry, {javaScriptEnabled: false});
  await search(careful, 'welding');
  assert.ok(await results(careful).count() > 0);
  await careful.page.getByRole('group', {name: 'Type', exact: true}).getByRole('checkbox').first()
    .check();
  await careful.press('Apply');
  await careful.page.locator('.chosen').waitFor();
  await results(careful).first().getByRole('link').first().click();
  await careful.page.waitForURL('**/resources/ce-*');
  await careful.leave();
});

test('the keyboard alone is enough to find something', async () => {
  await ada.go('/');
  const {keyboard} = ada.page;
  const focus = () => ada.page.evaluate(() => document.activeElement.id);
  for (let tabs = 0; await focus() !== 'q'; ++tabs) {
    assert.ok(tabs < 30, 'the box is reached');
    await keyboard.press('Tab');
  }
  await keyboard.type('welding');
  await keyboard.press('Enter');
  await ada.page.waitForURL('**/?q=welding*');
  const onResult = () => ada.page.evaluate(() => !!document.activeElement.closest('ol.results'));
  for (let tabs = 0; !await onResult(); ++tabs) {
    assert.ok(tabs < 120, 'a result is reached');
    await keyboard.press('Tab');
  }
  await keyboard.press('Enter');
  await ada.page.waitForURL('**/resources/ce-*');
});

test('a finger on a phone is enough to narrow a search', async () => {
  const walking = await Person.sitDown(
    chromium, registry, {viewport: {width: 375, height: 740}, hasTouch: true, isMobile: true});
  await search(walking, 'welding');
  const filters = walking.page.locator('details.filters');
  assert.equal(await filters.evaluate(element => element.open), false, 'results come first');
  await filters.locator('summary').tap();
  await walking.page.getByRole('group', {name: 'Type', exact: true}).getByRole('link').first().tap();
  await walking.page.locator('.chosen').waitFor();
  await walking.leave();
});

test('the language follows the browser, and can be chosen', async () => {
  const luz = await Person.sitDown(chromium, registry, {locale: 'es-MX'});
  await luz.go('/');
  assert.equal(await luz.page.getAttribute('html', 'lang'), 'es');
  await luz.follow('English');
  assert.equal(await luz.page.getAttribute('html', 'lang'), 'en');
  await luz.go('/?q=welding');
  assert.equal(await luz.page.getAttribute('html', 'lang'), 'en', 'it is remembered');
  await luz.leave();
});
