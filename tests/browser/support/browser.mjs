// Chromium, and what every page has to hold to.
import assert from 'node:assert/strict';
import {mkdirSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {chromium} from 'playwright-core';
import {HtmlValidate} from 'html-validate';

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const pageBytesMax = 100_000;
const screenshots = process.env.CARTULARY_SCREENSHOTS;
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const sizes = {desktop: {width: 1280, height: 900}, phone: {width: 375, height: 740}};

// What the standard says, without rules of taste.
const html = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:document'],
  rules: {'long-title': 'off', 'no-trailing-whitespace': 'off', 'require-sri': 'off'},
});

export function openChromium() {
  return chromium.launch({
    executablePath: process.env.CARTULARY_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
}

// Somebody's browser: cookies of its own, and a page that complains of what went wrong in it.
export class Person {
  static async sitDown(chromium, registry, options = {}) {
    const person = new Person();
    person.registry = registry;
    person.context = await chromium.newContext({viewport: sizes.desktop, ...options});
    person.page = await person.context.newPage();
    person.complaints = [];
    person.page.on('console', message => {
      // The browser's own word for an answer that is an error; the test knows of those.
      const isStatus = /the server responded with a status of 4\d\d/.test(message.text());
      if (['error', 'warning'].includes(message.type()) && !isStatus) {
        person.complaints.push(`${person.page.url()}: ${message.text()}`);
      }
    });
    person.page.on('pageerror', error => person.complaints.push(String(error)));
    person.page.on('request', request => {
      if (request.isNavigationRequest()) person.isAskedFor = request.method() === 'GET';
    });
    return person;
  }

  async go(path) {
    const answer = await this.page.goto(path.startsWith('http') ? path : this.registry.url + path);
    return answer.status();
  }

  title() { return this.page.textContent('h1'); }
  path() { return new URL(this.page.url()).pathname; }

  // By their labels: {'First name': 'Ada'}.
  async fill(fields) {
    for (const [label, value] of Object.entries(fields)) {
      const field = this.page.getByLabel(label, {exact: true});
      const kind = await field.evaluate(element => element.type);
      if (kind === 'checkbox' || kind === 'radio') await field.setChecked(value);
      else if (kind.startsWith('select')) await field.selectOption(value);
      else if (kind === 'file') await field.setInputFiles(value);
      else await field.fill(value);
    }
  }

  press(button) { return this.page.getByRole('button', {name: button, exact: true}).click(); }
  follow(link) { return this.page.getByRole('link', {name: link, exact: true}).first().click(); }

  async logIn(email, password) {
    await this.go('/log-in');
    await this.fill({'E-mail address': email, 'Password': password});
    await this.press('Log in');
  }

  // Fails where the page that is shown breaks a rule of all pages, in English or in Spanish; keeps
  // pictures of it under this name, so that people can look at all of them.
  async judge(name) {
    const complaints = [...this.complaints.splice(0), ...await this.complaintsAbout(this.page, name)];
    if (this.isAskedFor) {
      // In a page of its own, so that what is filled in here stays.
      const spanish = await this.context.newPage();
      await spanish.setExtraHTTPHeaders({'accept-language': 'es'});
      await spanish.goto(this.page.url());
      assert.equal(await spanish.getAttribute('html', 'lang'), 'es', this.page.url());
      complaints.push(...await this.complaintsAbout(spanish, `${name}.es`));
      await spanish.close();
    }
    assert.deepEqual(complaints, [], `${name} (${this.page.url()})`);
  }

  async complaintsAbout(page, name) {
    const complaints = [];
    const served = await page.evaluate(
      () => performance.getEntriesByType('navigation')[0].decodedBodySize);
    if (served > pageBytesMax) complaints.push(`${served} bytes`);
    complaints.push(...await this.complaintsAboutHtml(page));
    for (const size of ['phone', 'desktop']) {
      await page.setViewportSize(sizes[size]);
      for (const scheme of ['light', 'dark']) {
        await page.emulateMedia({colorScheme: scheme});
        complaints.push(...await this.complaintsAboutSight(page, `${name}.${size}.${scheme}`));
      }
    }
    await page.emulateMedia({colorScheme: null});
    return complaints;
  }

  async complaintsAboutHtml(page) {
    // As it was sent, not as the browser mended it.
    const language = await page.getAttribute('html', 'lang');
    const answer = await this.context.request.get(
      page.url(), {headers: {'accept': 'text/html', 'accept-language': language}});
    const report = await html.validateString(await answer.text());
    return report.results.flatMap(result => result.messages.map(
      message => `HTML, line ${message.line}: ${message.message} (${message.ruleId})`));
  }

  // As it is shown now: by axe, and whether it is wider than what shows it.
  async complaintsAboutSight(page, picture) {
    const complaints = await this.complaintsOfAxe(page);
    const [width, shown] = await page.evaluate(
      () => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    if (width > shown) complaints.push(`${width} pixels wide on ${shown}`);
    if (screenshots) {
      mkdirSync(screenshots, {recursive: true});
      await page.screenshot({path: join(screenshots, `${picture}.png`), fullPage: true});
    }
    return complaints.map(complaint => `${picture}: ${complaint}`);
  }

  async complaintsOfAxe(page) {
    // The page allows no script but its own: axe is run by the debugger.
    const session = await this.context.newCDPSession(page);
    await session.send('Runtime.evaluate', {expression: axe});
    const {result} = await session.send('Runtime.evaluate', {
      expression: `axe.run(document, {runOnly: ${JSON.stringify(standards)}}).then(report =>
        JSON.stringify(report.violations.map(violation => violation.id + ': ' + violation.help +
          ' ' + violation.nodes.slice(0, 3).map(node => node.html).join(' '))))`,
      awaitPromise: true,
    });
    await session.detach();
    return JSON.parse(result.value).map(text => `axe: ${text}`);
  }

  // Of a page of ours that stands within another's.
  async complaintsOfAxeIn(frame) {
    await frame.evaluate(axe);
    return frame.evaluate(`axe.run(document, {runOnly: ${JSON.stringify(standards)}}).then(report =>
      report.violations.map(violation => violation.id + ': ' + violation.help))`);
  }

  leave() { return this.context.close(); }
}
