// What README.md shows, in the demonstration; with CARTULARY_PICTURES it also takes its pictures
// (CARTULARY_PICTURES=$PWD/docs script/test tour).
import assert from 'node:assert/strict';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {openChromium, Person} from './support/browser.mjs';
import {Registry} from './support/registry.mjs';

const password = 'kestrels over the meadow';
const college = 'Harbor Demonstration College';
const pictureBytesMax = 250_000;
const pictures = process.env.CARTULARY_PICTURES;
let chromium, registry, ada;

before(async () => {
  [chromium, registry] = await Promise.all([
    openChromium(),
    Registry.startDemo(password, '--registry-name', 'Cartulary Demonstration', '--mail', 'hold',
                       '--webhooks', 'hold')]);
  ada = await Person.sitDown(chromium, registry, {viewport: {width: 1200, height: 800}});
});
after(async () => {
  await chromium.close();
  await registry.stop();
});

// What a reader sees first, in light; or a part of the page.
async function show(name, part = ada.page) {
  await ada.page.emulateMedia({colorScheme: 'light'});
  await ada.page.setViewportSize({width: 1200, height: 800});
  const path = pictures && join(pictures, `${name}.png`);
  const picture = await part.screenshot({path});
  assert.ok(picture.length < pictureBytesMax, `${name}: ${picture.length} bytes`);
}

async function logInAs(email) {
  await ada.context.clearCookies();
  await ada.logIn(email, password);
}

const ctidOf = async (text, type) => {
  const answer = await fetch(`${registry.url}/search?${new URLSearchParams({fts: text, type})}`);
  return (await answer.json()).results[0].ctid;
};

test('a search with a typo finds, and says what it searched instead', async () => {
  await ada.go('/');
  await ada.page.locator('#q').fill('wellding');
  await ada.page.locator('#q').press('Enter');
  await ada.page.getByText('welding', {exact: false}).first().waitFor();
  assert.ok(await ada.page.locator('main a[href^="/resources/ce-"]').count() > 0);
  await show('search');
});

test('an organization and a credential have their pages', async () => {
  assert.equal(await ada.go(`/resources/${await ctidOf(college, 'Organization')}`), 200);
  assert.equal(await ada.title(), college);
  await show('organization');
  assert.equal(await ada.go(`/resources/${await ctidOf('welding', 'Certificate')}`), 200);
  await show('credential');
});

test('an institution sees its dashboard and what it publishes', async () => {
  await logInAs('dean@harbor.example');
  await ada.follow(college);
  await show('dashboard');
  await ada.page.getByRole('link', {name: 'Publish', exact: true}).first().click();
  await ada.page.getByRole('link', {name: 'All credentials', exact: false}).first().click();
  await show('publisher');
});

test('staff see the registry at a glance', async () => {
  await logInAs('clerk@registry.example');
  assert.equal(await ada.go('/staff'), 200);
  await show('staff');
  await ada.context.clearCookies();
});

test('a call is tried from its description', async () => {
  await ada.go('/docs/registry/makeCtid');
  const form = ada.page.locator('details.try');
  await form.locator('summary').click();
  await form.getByRole('button').click();
  await form.getByText(/^Answered 200/).waitFor();
  await show('interfaces', form);
});
