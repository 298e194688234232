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

  // Fails where the page that is shown breaks a rule of all pages; keeps pictures of it under this
  // name, so that people can look at all of them.
  async judge(name) {
    const complaints = [...this.complaints.splice(0)];
    const source = await this.page.content();
    const served = await this.page.evaluate(() => ({
      bytes: performance.getEntriesByType('navigation')[0].decodedBodySize,
      requests: performance.getEntriesByType('resource')
        .filter(entry => !/\.(svg|png)$/.test(new URL(entry.name).pathname)).length,
    }));
    if (served.bytes > pageBytesMax) complaints.push(`${served.bytes} bytes`);
    complaints.push(...await this.complaintsAboutHtml(source));
    for (const scheme of ['light', 'dark']) {
      await this.page.emulateMedia({colorScheme: scheme});
      complaints.push(...await this.complaintsOfAxe(scheme));
      complaints.push(...await this.complaintsAboutSize(name, scheme));
    }
    await this.page.emulateMedia({colorScheme: null});
    assert.deepEqual(complaints, [], `${name} (${this.page.url()})`);
  }

  async complaintsAboutHtml() {
    // As it was sent, not as the browser mended it.
    const answer = await this.context.request.get(this.page.url(), {headers: {accept: 'text/html'}});
    const report = await html.validateString(await answer.text());
    return report.results.flatMap(result => result.messages.map(
      message => `HTML, line ${message.line}: ${message.message} (${message.ruleId})`));
  }

  async complaintsOfAxe(scheme) {
    // The page allows no script but its own: axe is run by the debugger.
    const session = await this.context.newCDPSession(this.page);
    await session.send('Runtime.evaluate', {expression: axe});
    const {result} = await session.send('Runtime.evaluate', {
      expression: `axe.run(document, {runOnly: ${JSON.stringify(standards)}}).then(report =>
        JSON.stringify(report.violations.map(violation => violation.id + ': ' + violation.help +
          ' ' + violation.nodes.slice(0, 3).map(node => node.html).join(' '))))`,
      awaitPromise: true,
    });
    await session.detach();
    return JSON.parse(result.value).map(text => `axe, ${scheme}: ${text}`);
  }

  // Of a page of ours that stands within another's.
  async complaintsOfAxeIn(frame) {
    await frame.evaluate(axe);
    return frame.evaluate(`axe.run(document, {runOnly: ${JSON.stringify(standards)}}).then(report =>
      report.violations.map(violation => violation.id + ': ' + violation.help))`);
  }

  // No page is wider than what shows it.
  async complaintsAboutSize(name, scheme) {
    const complaints = [];
    for (const [size, viewport] of Object.entries(sizes)) {
      await this.page.setViewportSize(viewport);
      const width = await this.page.evaluate(() => document.documentElement.scrollWidth);
      if (width > viewport.width) complaints.push(`${width} pixels wide on a ${size}`);
      if (screenshots) {
        mkdirSync(screenshots, {recursive: true});
        await this.page.screenshot({path: join(screenshots, `${name}.${size}.${scheme}.png`),
                                    fullPage: true});
      }
    }
    await this.page.setViewportSize(sizes.desktop);
    return complaints;
  }

  leave() { return this.context.close(); }
}
