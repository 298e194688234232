// The whole way, as four people go it: Ada enters her college, Sam of the registry's staff approves
// it, Pub writes and uploads what it offers, Sam publishes it; and Tess of an agency asks for the
// right to publish for the college. Every page on the way holds to the rules of all pages.
import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {openChromium, Person} from './support/browser.mjs';
import {Registry, waitUntil} from './support/registry.mjs';

const password = 'kestrels over the meadow';
const addresses = {
  ada: 'ada@quay.example',
  pub: 'pub@quay.example',
  sam: 'sam@registry.example',
  tess: 'office@agency.example',
};
let chromium, registry, ada, pub, sam, tess, college;

before(async () => {
  [chromium, registry] = await Promise.all([openChromium(), Registry.start()]);
  [ada, pub, sam, tess] = await Promise.all(
    [1, 2, 3, 4].map(() => Person.sitDown(chromium, registry)));
  registry.addStaff(addresses.sam, password);
});
after(async () => {
  await chromium.close();
  await registry.stop();
});

const publisher = (path = '') => `${college}/publisher${path}`;
const ctidOf = path => /ce-[0-9a-f-]{36}/.exec(path)[0];

// Through all of them, each judged.
async function walk(person, paths, prefix) {
  for (const path of paths) {
    assert.equal(await person.go(path), 200, path);
    await person.judge(`${prefix}-${path.split('/').at(-1).split('?')[0]}`);
  }
}

test('Ada signs up and enters her college, which waits for the staff', async () => {
  await ada.go('/sign-up');
  await ada.fill({'First name': 'Ada', 'Last name': 'Quay', 'E-mail address': addresses.ada,
                  'Password': password});
  await ada.press('Sign up');
  await ada.go(await registry.linkTo(addresses.ada, /Confirm/));
  await ada.fill({'Password': password});
  await ada.press('Confirm and log in');
  await ada.follow('Enter an organization');
  await ada.judge('organization-new');
  await ada.fill({'Name': 'Harbor College', 'Web page': 'harbor.example'});
  await ada.press('Save and submit for approval');
  await ada.page.getByRole('heading', {name: 'Please look at this once more'}).waitFor();
  await ada.judge('organization-new-with-problems');
  await ada.fill({
    'Description': 'Teaches what is done beside the water, since 1904.',
    'Two-year college': true, 'Sector': 'Public', 'E-mail address': 'info@harbor.example',
    'Telephone': '(207) 555-0100', 'Street': '1 Quay Street', 'City': 'Portland',
    'State or region': 'Maine', 'Postal code': '04101', 'Country': 'US',
    'An organization that offers credentials': true, 'Forms (manual entry)': true,
  });
  await ada.press('Save and submit for approval');
  await ada.page.getByText('The organization is submitted.').waitFor();
  college = ada.path();
  await ada.judge('organization-submitted');
});

test('Sam finds it among what waits, declines it with a reason, and approves it in the end', async () => {
  await sam.logIn(addresses.sam, password);
  await walk(sam, ['/staff', '/staff/organizations/waiting'], 'staff');
  await sam.page.getByLabel('Reason').fill('Please say more of what you teach.');
  await sam.press('Decline');
  const mail = await registry.mailTo(addresses.ada, /declined|Harbor College/i);
  assert.match(mail.body, /say more of what you teach/);
  await ada.go(college);
  await ada.page.getByText('Please say more of what you teach.').waitFor();
  await ada.judge('organization-declined');
  await ada.press('Submit for approval');
  await sam.go('/staff/organizations/waiting');
  await sam.page.getByLabel('Choose Harbor College').check();
  await sam.press('Approve those chosen');
  await sam.page.getByText('They are approved').waitFor();
  await ada.go(college);
  await ada.judge('organization-approved');
  assert.equal(await ada.go(`/resources/${ctidOf(college)}`), 200, 'its record is public');
});

test('Pub is invited and accepts', async () => {
  await ada.go(`${college}/members`);
  await ada.fill({'E-mail address': addresses.pub, 'Role': 'publisher'});
  await ada.press('Send the invitation');
  await ada.judge('members');
  await pub.go(await registry.linkTo(addresses.pub, /invited/i));
  await pub.judge('invitation');
  await pub.fill({'First name': 'Pub', 'Last name': 'Lisher', 'Password': password});
  await pub.press('Make the account and accept');
  assert.equal(pub.path(), '/dashboard');
  await pub.judge('dashboard');
});

test('Pub writes a credential by form: first the minimum, then the rest', async () => {
  await pub.go(publisher());
  await pub.judge('publisher');
  await pub.go(publisher('/credentials/new'));
  await pub.judge('draft-new');
  await pub.fill({'Name': 'Harbor Pilot'});
  await pub.press('Save');
  await pub.judge('draft-with-problems');
  const draft = pub.path();
  await pub.fill({
    'Type': {label: 'Certificate'}, 'Description': 'Brings ships into the harbor and out again.',
    'Web page': 'https://harbor.example/pilot', 'Status': {label: 'Active'},
  });
  await pub.press('Save');
  await pub.page.getByText('Nothing is missing.').waitFor();
  for (const section of ['identification', 'availability', 'requirements', 'costs', 'duration',
                         'occupations', 'quality', 'relationships']) {
    assert.equal(await pub.go(`${draft}/${section}`), 200, section);
    await pub.judge(`draft-${section}`);
  }
  await pub.go(`${draft}/requirements`);
  await pub.page.locator('[name="ConditionProfile.0.Type"]').selectOption({label: 'Requires'});
  await pub.page.locator('[name="ConditionProfile.0.Description"]').fill('A year at sea.');
  await pub.press('Save');
  await pub.follow('Preview');
  await pub.page.getByText('A year at sea.', {exact: true}).waitFor();
  await pub.judge('draft-preview');
  await pub.go(draft);
  await pub.press('Approve');
  await pub.page.getByText('Approved. The registry').first().waitFor();
  await pub.judge('draft-approved');
});

test('Pub uploads a table: problems at the cells, then all of it', async () => {
  await pub.go(publisher('/credentials/bulk'));
  await pub.judge('bulk');
  const heading = 'External Identifier,Owned By,Credential Name,Credential Type,Description,' +
    'Subject Webpage,Credential Status,Language';
  const row = (number, page = `https://harbor.example/${number}`) =>
    `H-${number},same as owner,Master ${number},Certificate,Commands a ship of any size.,` +
    `${page},Active,en-US`;
  const upload = async rows => {
    const file = join(registry.folder, 'masters.csv');
    writeFileSync(file, [heading, ...rows, ''].join('\r\n'));
    await pub.go(publisher('/credentials/bulk'));
    await pub.fill({'File': file});
    await pub.press('Upload and look at it');
    await pub.page.getByText(/Rows read: /).waitFor();
  };
  await upload([row(1), row(2, 'no address at all'), row(3)]);
  await pub.page.getByText('Some rows have problems.').waitFor();
  await pub.judge('upload-with-problems');
  await pub.press('Give up this table');
  await upload([1, 2, 3].map(number => row(number)));
  await pub.judge('upload');
  await pub.press('Save data');
  await pub.page.getByText('The rows are saved as drafts.').waitFor();
  await pub.judge('upload-saved');
  await pub.go(publisher('/credentials'));
  await pub.judge('drafts');
  await pub.press('Approve all drafts');
  await pub.page.getByText('Approved: 3.').waitFor();
  await pub.judge('drafts-approved');
});

test('Sam publishes it all, and everybody finds it', async () => {
  await sam.go('/staff/publications');
  await sam.judge('staff-publications');
  for (const box of await sam.page.getByRole('checkbox').all()) await box.check();
  await sam.press('Publish those chosen');
  await registry.mailTo(addresses.pub, /public/i);
  await pub.go(publisher('/credentials?standing=published'));
  await pub.page.getByText('1–4 of 4').waitFor();
  const answer = await pub.context.request.get(`${registry.url}/search?fts=harbor+pilot`);
  assert.equal((await answer.json()).results[0].name, 'Harbor Pilot');
});

test('an edit of what is public asks for approval again, and unpublishing asks before', async () => {
  await pub.go(publisher('/credentials'));
  await pub.follow('Harbor Pilot');
  await pub.fill({'Description': 'Brings ships of any size into the harbor and out again.'});
  await pub.press('Save');
  await pub.page.getByText('Published, with changes that need approval').waitFor();
  await pub.follow('Unpublish');
  await pub.judge('draft-unpublish');
  await pub.press('Unpublish');
  await pub.page.getByText('It is no longer public.').waitFor();
});

test('Tess asks to publish for the college, and Ada lets her', async () => {
  registry.command(['partner', 'add', '--name', 'State Agency', '--email', addresses.tess]);
  await tess.go(await registry.linkTo(addresses.tess, /password|administrator|State Agency/i));
  await tess.fill({'New password': password, 'The same password again': password});
  await tess.press('Set password');
  await tess.logIn(addresses.tess, password);
  await tess.follow('State Agency');
  await tess.judge('organization-partner');
  await tess.follow('Third parties');
  await tess.judge('third-parties');
  await tess.fill({'Name or CTID': 'Harbor College'});
  await tess.press('Find');
  await tess.judge('third-parties-found');
  await tess.page.getByRole('button', {name: /Ask.*Harbor College/}).click();
  await registry.mailTo(addresses.ada, /State Agency/);
  await ada.go(`${college}/third-parties`);
  await ada.judge('third-parties-asked');
  await ada.page.getByRole('button', {name: 'Allow: State Agency'}).click();
  assert.equal(await tess.go(publisher()), 200, 'she publishes for it');
});

test('Ada makes a key, states a webhook, and reads the history', async () => {
  await ada.go(`${college}/keys`);
  await ada.judge('keys');
  await ada.fill({'Name of the key': 'The catalog'});
  await ada.press('Make a key');
  await ada.judge('key-made');
  await walk(ada, [`${college}/webhooks`, `${college}/history`, `${college}/activity`,
                   `${college}/edit`], 'organization');
});

test('the other pages of the staff hold to the rules of all pages', async () => {
  await walk(sam, ['/staff', '/staff/organizations', '/staff/people', '/staff/activity',
                   '/staff/mail', '/staff/webhooks'], 'staff');
  await sam.go('/staff/organizations');
  await sam.follow('Harbor College');
  await sam.judge('staff-organization');
});

test('everything is there on a phone without scripts', async () => {
  const careful = await Person.sitDown(
    chromium, registry, {javaScriptEnabled: false, viewport: {width: 375, height: 740}});
  await careful.logIn(addresses.pub, password);
  await careful.go(publisher('/credentials/new'));
  await careful.fill({'Name': 'Deck Hand'});
  await careful.press('Save');
  assert.equal(await careful.title(), 'Deck Hand');
  await careful.leave();
});
