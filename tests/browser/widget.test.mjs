// The widget: a search of the registry within a page of another site, which lies on another origin
// and lets nothing in but what it must.
import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import {after, before, test} from 'node:test';
import {openChromium, Person} from './support/browser.mjs';
import {Registry, waitUntil} from './support/registry.mjs';

let chromium, registry, site, college, visitor;
const pages = new Map();  // of the other site, by their paths

// Not the registry's host either, so that its cookies would be a stranger's.
const siteAddress = path => `http://localhost:${site.address().port}${path}`;

function show(request, response) {
  const page = pages.get(new URL(request.url, siteAddress('/')).pathname);
  response.writeHead(page === undefined ? 404 : 200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy':
      `default-src 'none'; img-src data:; script-src ${registry.url}; frame-src ${registry.url}`,
  });
  response.end(`<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Quay News</title>
    <link rel="icon" href="data:,"></head><body><h1>Quay News</h1>${page ?? ''}</body></html>`);
}

async function publish(name) {
  const {ctid} = await (await fetch(`${registry.url}/ctid`)).json();
  const address = `https://elsewhere.example/resources/${ctid}`;
  const answer = await fetch(`${registry.url}/resources/organizations/${college.ctid}/documents`, {
    method: 'POST',
    headers: {'Authorization': `Token ${college.api_key}`, 'Content-Type': 'application/json'},
    body: JSON.stringify({
      '@context': 'https://credreg.net/ctdl/schema/context/json',
      '@id': address,
      '@type': 'ceterms:Certificate',
      'ceterms:ctid': ctid,
      'ceterms:name': {'en-US': name},
      'ceterms:description': {'en-US': 'Who has it knows how it is done.'},
      'ceterms:inLanguage': ['en-US'],
      'ceterms:subjectWebpage': 'https://harbor.example/',
      'ceterms:ownedBy': [`https://elsewhere.example/resources/${college.ctid}`],
      'ceterms:credentialStatusType': {
        '@type': 'ceterms:CredentialAlignmentObject',
        'ceterms:targetNode': 'credentialStat:Active',
        'ceterms:targetNodeName': {'en-US': 'Active'},
      },
    }),
  });
  assert.ok(answer.ok, await answer.text());
  return ctid;
}

before(async () => {
  [chromium, registry] = await Promise.all([openChromium(), Registry.start()]);
  college = registry.command(['partner', 'add', '--name', 'Harbor College', '--email',
                              'office@harbor.example']);
  college.ctid ??= college.id.startsWith('ce-') ? college.id : `ce-${college.id}`;
  for (const name of ['Welding I', 'Welding II', 'Riveting', 'Sailmaking']) await publish(name);
  site = createServer(show);
  await new Promise(resolve => site.listen(0, 'localhost', resolve));
  visitor = await Person.sitDown(chromium, registry);
});
after(async () => {
  await chromium.close();
  site.close();
  await registry.stop();
});

const framed = page => page.frames().find(frame => frame.url().startsWith(registry.url));
const heightOf = page => page.$eval('iframe', frame => Number(frame.height));

test('a site includes it, and its visitors search without leaving the page', async () => {
  pages.set('/', `<script src="${registry.url}/widget.js" data-owner="${college.ctid}"
    data-title="Search Harbor College" async></script><p>Other news</p>`);
  assert.equal(await visitor.go(siteAddress('/')), 200);
  const {page} = visitor;
  const inside = page.frameLocator('iframe[title="Search Harbor College"]');
  await inside.getByRole('link', {name: 'Sailmaking'}).waitFor();
  const frame = framed(page);
  const content = () => frame.evaluate(() => document.body.getBoundingClientRect().height);
  await waitUntil(async () => await heightOf(page) === Math.ceil(await content()),
                  'the frame to be as high as what it shows');
  const before = await heightOf(page);

  await inside.getByRole('searchbox').fill('weldin');
  await inside.getByRole('button', {name: 'Search'}).click();
  await inside.getByRole('link', {name: 'Sailmaking'}).waitFor({state: 'detached'});
  await waitUntil(async () => await heightOf(page) < before, 'the frame to become lower');
  assert.deepEqual(await inside.getByRole('listitem').getByRole('link').allTextContents(),
                   ['Welding I (opens in a new tab)', 'Welding II (opens in a new tab)']);

  const opened = page.waitForEvent('popup');
  await inside.getByRole('link', {name: 'Welding II'}).click();
  const other = await opened;
  await other.waitForLoadState();
  assert.equal(await other.textContent('h1'), 'Welding II');
  assert.equal(await other.evaluate(() => window.opener), null);
  await other.close();
  assert.equal(page.url(), siteAddress('/'));
  assert.deepEqual(visitor.complaints, []);
});

test('it hears nobody but its own frame', async () => {
  const {page} = visitor;
  const before = await heightOf(page);
  await page.evaluate(() => {
    window.postMessage({cartularyHeight: 3999}, '*');
    window.dispatchEvent(new MessageEvent('message', {data: {cartularyHeight: 3999},
                                                      origin: 'http://evil.example'}));
  });
  await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 0)));
  assert.equal(await heightOf(page), before);
  // What it hears, it believes within limits.
  await page.$eval('iframe', frame => {
    window.heights = [];
    new MutationObserver(() => window.heights.push(frame.height))
      .observe(frame, {attributeFilter: ['height']});
  });
  for (const told of ['700', null, 1e9, -5, 701.2]) {
    await framed(page).evaluate(
      height => parent.postMessage({cartularyHeight: height}, '*'), told);
  }
  const heights = () => page.evaluate(() => window.heights);
  await waitUntil(async () => (await heights()).includes('702'), 'the last height');
  const heard = new Set(await heights());
  assert.ok(heard.has('4000') && heard.has('120') && !heard.has('700'), [...heard].join());
});

test('it leaves no cookie, and is well made where it stands', async () => {
  assert.deepEqual(await visitor.context.cookies(registry.url), []);
  for (const scheme of ['light', 'dark']) {
    await visitor.page.emulateMedia({colorScheme: scheme});
    assert.deepEqual(await visitor.complaintsOfAxeIn(framed(visitor.page)), [], scheme);
  }
  await visitor.page.emulateMedia({colorScheme: null});
});

test('its page holds to the rules of all pages', async () => {
  for (const [name, query] of [['widget', '?q=welding'], ['widget-empty', ''],
                               ['widget-nothing', '?q=zzzzzz'],
                               ['widget-dark', `?theme=dark&owner=${college.ctid}`],
                               ['widget-light', '?theme=light&type=credential&q=riveting']]) {
    assert.equal(await visitor.go(`/widget${query}`), 200);
    await visitor.judge(name);
  }
});

test('it works without scripts, as does the page on which it is made', async () => {
  const reader = await Person.sitDown(chromium, registry, {javaScriptEnabled: false});
  await reader.go('/widget/make');
  await reader.fill({'Organization': 'Harbor College', 'What is found': 'credential'});
  await reader.press('Show it');
  const snippet = await reader.page.getByLabel('Without a script, of a fixed height').inputValue();
  assert.match(snippet, new RegExp(`owner=${college.ctid}&amp;type=credential`));
  await reader.page.frameLocator('iframe.widget').getByRole('link', {name: 'Riveting'}).waitFor();

  pages.set('/plain', snippet);
  await reader.go(siteAddress('/plain'));
  const inside = reader.page.frameLocator('iframe');
  await inside.getByRole('searchbox').fill('riveting');
  await inside.getByRole('searchbox').press('Enter');
  await inside.getByRole('link', {name: 'Welding I'}).first().waitFor({state: 'detached'});
  await inside.getByRole('link', {name: 'Riveting'}).waitFor();
  assert.deepEqual(reader.complaints, []);
  await reader.leave();
});

test('making one is easy, and what is copied works', async () => {
  await visitor.go('/widget/make');
  await visitor.judge('widget-make');
  await visitor.fill({'Organization': 'harbor', 'What is found': 'credential', 'Colors': 'dark',
                      'Title of the frame': 'Our "credentials" <here>'});
  await visitor.press('Show it');
  await visitor.judge('widget-made');
  pages.set('/copied', await visitor.page.getByLabel('With a script').inputValue());
  await visitor.go(siteAddress('/copied'));
  await visitor.page.frameLocator('iframe').getByRole('link', {name: 'Riveting'}).waitFor();
  assert.equal(await visitor.page.getAttribute('iframe', 'title'), 'Our "credentials" <here>');
  assert.deepEqual(visitor.complaints.splice(0), []);
  await visitor.go('/widget/make?owner=zzzzz');
  await visitor.judge('widget-make-with-problems');
});

test('no other page of the registry can be framed', async () => {
  pages.set('/stolen', `<iframe src="${registry.url}/log-in" title="Log in"></iframe>`);
  await visitor.go(siteAddress('/stolen'));
  await waitUntil(() => visitor.complaints.some(text => text.includes('frame-ancestors')),
                  'the browser to refuse');
  visitor.complaints.splice(0);
});
