// How long from a key to the list of suggestions, in a box that is typed into as people do:
// milliseconds at p50 and p99. Arguments: the address of the home page, and the texts.
import {createRequire} from 'node:module';

const require = createRequire(new URL('../tests/browser/package.json', import.meta.url));
const {chromium} = require('playwright-core');
const [home, ...texts] = process.argv.slice(2);

const browser = await chromium.launch({
  executablePath: process.env.CARTULARY_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});
const page = await browser.newPage();
await page.goto(home);
const box = page.locator('input[role="combobox"]').first();
// The list says how many it shows, to those who do not see it, whenever it changed.
await page.evaluate(() => {
  window.taken = [];
  let pressed = 0;
  const input = document.querySelector('input[role="combobox"]');
  input.addEventListener('input', () => { pressed = performance.now(); }, true);
  new MutationObserver(() => {
    if (pressed > 0 && input.getAttribute('aria-expanded') === 'true') {
      window.taken.push(performance.now() - pressed);
      pressed = 0;
    }
  }).observe(document.getElementById(input.getAttribute('aria-controls')), {childList: true});
});
for (const text of texts) {
  await box.fill('');
  await box.pressSequentially(text, {delay: 120});
}
const taken = (await page.evaluate(() => window.taken)).sort((a, b) => a - b);
await browser.close();
const quantile = part => taken[Math.min(taken.length - 1, Math.floor(taken.length * part))];
console.log(JSON.stringify({keys: taken.length, p50: quantile(0.5), p99: quantile(0.99)}));
