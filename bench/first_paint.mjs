// How long until a page can be read, for somebody who was never there: of each address the median of
// its first contentful paint in milliseconds, with nothing cached. The addresses take turns.
import {createRequire} from 'node:module';

const require = createRequire(new URL('../tests/browser/package.json', import.meta.url));
const {chromium} = require('playwright-core');
const [rounds, ...addresses] = process.argv.slice(2);

async function paintedAfter(browser, address) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const answer = await page.goto(address);
  if (!answer.ok()) throw new Error(`${address}: ${answer.status()}`);
  const painted = await page.evaluate(() => new Promise(resolve => {
    new PerformanceObserver(list => {
      const paint = list.getEntriesByName('first-contentful-paint')[0];
      if (paint) resolve(paint.startTime);
    }).observe({type: 'paint', buffered: true});
  }));
  await context.close();
  return painted;
}

const median = values => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

const browser = await chromium.launch({
  executablePath: process.env.CARTULARY_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});
const painted = addresses.map(() => []);
for (const address of addresses) await paintedAfter(browser, address);  // the browser itself is warm
for (let round = 0; round < Number(rounds); ++round) {
  for (const [place, address] of addresses.entries()) {
    painted[place].push(await paintedAfter(browser, address));
  }
}
await browser.close();
console.log(JSON.stringify(painted.map(median)));
