// People's own accounts, from the first page on, by mouse and keyboard.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {openChromium, Person} from './support/browser.mjs';
import {Registry} from './support/registry.mjs';

const email = 'ada@quay.example';
const password = 'kestrels over the meadow';
const otherPassword = 'herons under the bridge';
let chromium, registry, ada;

before(async () => {
  [chromium, registry] = await Promise.all([openChromium(), Registry.start()]);
  ada = await Person.sitDown(chromium, registry);
});
after(async () => {
  await chromium.close();
  await registry.stop();
});

test('pages that everybody sees hold to the rules of all pages', async () => {
  for (const [name, path] of [['home', '/'], ['interfaces', '/docs'], ['sign-up', '/sign-up'],
                              ['log-in', '/log-in'], ['forgot-password', '/forgot-password']]) {
    assert.equal(await ada.go(path), 200);
    await ada.judge(name);
  }
  assert.equal(await ada.go('/nowhere'), 404);
  await ada.judge('not-found');
});

test('descriptions of interfaces hold to the rules of all pages', async () => {
  await ada.go('/docs');
  const pages = await ada.page.locator('main h2 a').evaluateAll(links => links.map(a => a.pathname));
  assert.ok(pages.length >= 7);
  for (const path of pages) {
    assert.equal(await ada.go(path), 200);
    await ada.judge(path.slice(1).replaceAll('/', '-'));
    const further = await ada.page.locator('nav.contents a[href^="/docs/"]').first();
    if (await further.count() === 0) continue;
    await further.click();
    await ada.judge(`${path.slice(1).replaceAll('/', '-')}-operation`);
  }
});

test('somebody signs up, is told what is wrong, and comes in by the mailed link', async () => {
  await ada.go('/sign-up');
  await ada.fill({'First name': 'Ada', 'Last name': 'Quay', 'E-mail address': email,
                  'Password': 'password12345'});
  await ada.press('Sign up');
  await ada.page.getByRole('heading', {name: 'Please look at this once more'}).waitFor();
  await ada.judge('sign-up-with-problems');
  await ada.fill({'Password': password});
  await ada.press('Sign up');
  assert.equal(await ada.title(), 'Look at your mail');
  await ada.judge('look-at-your-mail');
  await ada.go(await registry.linkTo(email, /Confirm/));
  await ada.judge('confirm-address');
  await ada.fill({'Password': password});
  await ada.press('Confirm and log in');
  assert.equal(ada.path(), '/dashboard');
  await ada.judge('dashboard-empty');
});

test('pages of the own account hold to the rules of all pages', async () => {
  for (const path of ['/account', '/account/name', '/account/email', '/account/password',
                      '/account/second-factor', '/account/sessions']) {
    assert.equal(await ada.go(path), 200, path);
    await ada.judge(path.slice(1).replaceAll('/', '-'));
  }
});

test('a forgotten password is set anew', async () => {
  const elsewhere = await Person.sitDown(chromium, registry);
  await elsewhere.go('/forgot-password');
  await elsewhere.fill({'E-mail address': email});
  await elsewhere.press('Send the link');
  await elsewhere.go(await registry.linkTo(email, /password/i));
  await elsewhere.judge('reset-password');
  await elsewhere.fill({'Password': otherPassword});
  await elsewhere.press('Set password');
  assert.equal(elsewhere.path(), '/log-in');
  await elsewhere.logIn(email, otherPassword);
  assert.equal(elsewhere.path(), '/dashboard');
  await ada.go('/account');
  assert.equal(await ada.title(), 'Log in', 'everybody else is logged out');
  await elsewhere.leave();
});

test('the keyboard alone is enough to log in', async () => {
  await ada.context.clearCookies();
  await ada.go('/log-in');
  const keyboard = ada.page.keyboard;
  await keyboard.press('Tab');
  assert.equal(await ada.page.evaluate(() => document.activeElement.textContent),
               'Skip to the content');
  await keyboard.press('Enter');
  await keyboard.press('Tab');
  await keyboard.type(email);
  await keyboard.press('Tab');
  await keyboard.type(otherPassword);
  await keyboard.press('Enter');
  await ada.page.waitForURL('**/dashboard');
});

test('no script of a page is needed', async () => {
  const careful = await Person.sitDown(chromium, registry, {javaScriptEnabled: false});
  await careful.logIn(email, otherPassword);
  assert.equal(careful.path(), '/dashboard');
  await careful.leave();
});
