// Calling what a description tells of, by mouse and by keyboard.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {after, before, test} from 'node:test';
import {openChromium, Person} from './support/browser.mjs';
import {Registry} from './support/registry.mjs';

const ctid = 'ce-5e1f0b52-6d0a-4c0e-9c57-3a1b0f7f4d11';
let chromium, registry, ada, key;

before(async () => {
  [chromium, registry] = await Promise.all([openChromium(), Registry.start()]);
  ada = await Person.sitDown(chromium, registry);
  key = registry.command(['partner', 'add', '--name', 'Quay Agency', '--email',
                          'office@agency.example']).api_key;
});
after(async () => {
  await chromium.close();
  await registry.stop();
});

const formOf = (person, operation) => person.page.locator(`#${operation} details.try`);
const part = (form, name) => form.locator(`[data-part="${name}"] code`);
const answerOf = async form => {
  const status = form.getByRole('status').filter({hasText: /^(Answered|No answer)/});
  await status.waitFor();
  return status.textContent();
};

test('every description has its file', async () => {
  await ada.go('/docs');
  const files = await ada.page.locator('main a[href^="/openapi/"]').count();
  const pages = await ada.page.locator('main h2 a[href^="/docs/"]').count();
  assert.ok(pages >= 8);
  assert.equal(files, pages);
});

test('forms hold to the rules of all pages', async () => {
  // One with a body, one that deletes, one with several ways to say who is calling.
  for (const path of ['assistant', 'litmos/deleteOrganization', 'acclaim/issueBadge']) {
    assert.equal(await ada.go(`/docs/${path}`), 200);
    await ada.page.locator('details.try summary').first().click();
    await ada.judge(`try-${path.replaceAll('/', '-')}`);
  }
});

test('somebody registers an organization from its description', async () => {
  await ada.go('/docs/accounts');
  const form = formOf(ada, 'registerOrganization');
  await form.locator('summary').click();
  const body = form.getByLabel('Request body (application/json)');
  const example = await body.inputValue();
  await body.fill(example.replace(/ce-[0-9a-f-]{36}/, ctid));
  await form.getByLabel('API key').fill(key);
  await form.getByRole('button').click();
  assert.match(await answerOf(form), /^Answered 200 OK after \d+ ms, with \d+ bytes\.$/);
  assert.match(await part(form, 'headers').textContent(), /^content-type: application\/json/m);
  assert.match(await part(form, 'body').textContent(), /^\{\n {2}"Successful": true,\n/);
  await ada.judge('try-answered');

  await form.getByRole('button').click();
  await form.getByRole('status').filter({hasText: '409 Conflict'}).waitFor();
});

test('the command does what the form does, and shows no key', async () => {
  await ada.go('/docs/accounts');
  const form = formOf(ada, 'getOrganization');
  await form.locator('summary').click();
  const command = part(form, 'command');
  await command.filter({hasText: 'curl'}).waitFor();
  assert.match(await command.textContent(), /organization\/\$CTID"/);
  await form.getByLabel('ctid').fill(ctid);
  await form.getByLabel('API key').fill(key);
  const shown = await command.textContent();
  assert.ok(shown.includes(ctid) && shown.includes('ApiToken $API_KEY') && !shown.includes(key));
  await form.getByRole('button').click();
  assert.match(await answerOf(form), /200 OK/);
  const output = execFileSync('bash', ['-c', shown], {env: {...process.env, API_KEY: key}});
  assert.deepEqual(JSON.parse(output), JSON.parse(await part(form, 'body').textContent()));
});

test('nothing of what was entered is kept, and no log-in is used', async () => {
  registry.addStaff('sam@registry.example', 'kestrels over the meadow');
  await ada.logIn('sam@registry.example', 'kestrels over the meadow');
  await ada.go('/docs/accounts');
  const form = formOf(ada, 'getOrganization');
  assert.equal(await form.getByLabel('API key').inputValue(), '');
  await form.locator('summary').click();
  await form.getByLabel('ctid').fill(ctid);
  const sent = ada.page.waitForRequest(/accountsapi/);
  await form.getByRole('button').click();
  assert.equal((await (await sent).allHeaders()).cookie, undefined);
  assert.match(await answerOf(form), /^Answered 401 /);
  assert.equal(await ada.page.evaluate(() => localStorage.length + sessionStorage.length), 0);
  await ada.context.clearCookies();
});

test('deleting asks once more', async () => {
  await ada.go('/docs/litmos/deleteOrganization');
  const form = formOf(ada, 'deleteOrganization');
  await form.locator('summary').click();
  await form.getByLabel('Id', {exact: false}).last().fill('1');
  const calls = [];
  ada.page.on('request', request => calls.push(request.method()));
  await form.getByRole('button').click();
  assert.equal(await form.locator('input:invalid').count(), 1);
  assert.deepEqual(calls, []);
  await form.getByLabel('Yes, delete it').check();
  await form.getByRole('button').click();
  assert.match(await answerOf(form), /^Answered 401 /);
  assert.deepEqual(calls, ['DELETE']);
});

test('the keyboard alone is enough to call', async () => {
  await ada.go('/docs/accounts');
  const summary = formOf(ada, 'validateApiKey').locator('summary');
  const {keyboard} = ada.page;
  const isThere = () => summary.evaluate(element => element === document.activeElement);
  for (let i = 0; i < 100 && !await isThere(); ++i) await keyboard.press('Tab');
  assert.ok(await isThere());
  await keyboard.press('Enter');
  await keyboard.press('Tab');
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type(key);
  await keyboard.press('Enter');
  assert.match(await answerOf(formOf(ada, 'validateApiKey')), /^Answered \d{3} /);
});

test('without scripts the command remains', async () => {
  const careful = await Person.sitDown(chromium, registry, {javaScriptEnabled: false});
  await careful.go('/docs/accounts');
  assert.equal(await formOf(careful, 'getOrganization').isVisible(), false);
  assert.ok(await careful.page.locator('#getOrganization > pre').isVisible());
  await careful.leave();
});
