// A registry in a folder of its own, served, with its commands and its mail.
import {spawn, execFileSync} from 'node:child_process';
import {mkdtempSync, readdirSync, readFileSync, rmSync, existsSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const patience = 60_000;  // milliseconds that a test waits for what must happen; a sanitizer is slow

export async function waitUntil(condition, what) {
  const deadline = Date.now() + patience;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > deadline) throw new Error(`waited ${patience / 1000} s for ${what}`);
    await new Promise(resolve => setTimeout(resolve, 25));
  }
}

function binary() {
  const path = process.env.CARTULARY_BINARY;
  if (!path) throw new Error('CARTULARY_BINARY must name the server to test: use script/test');
  return path;
}

// The body of a mail that is text in quoted-printable or plain, and its subject.
function readMail(text) {
  const [head, ...rest] = text.split(/\r?\n\r?\n/);
  const unfolded = head.replace(/\r?\n[ \t]+/g, ' ');
  const to = /^To: .*?<?([^\s<>]+@[^\s<>]+?)>?$/m.exec(unfolded)?.[1] ?? '';
  const body = rest.join('\n\n').replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
  return {to, subject: /^Subject: (.*)$/m.exec(unfolded)?.[1] ?? '', body};
}

export class Registry {
  static start(...settings) {
    return new Registry().serve(settings);
  }

  // With the demonstration loaded, in which everybody has this password; `loaded` tells of it.
  static startDemo(password, ...settings) {
    const registry = new Registry();
    registry.loaded = registry.command(['demo', '--password', password]);
    return registry.serve(settings);
  }

  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'cartulary-browser-'));
    this.data = join(this.folder, 'data');
    this.log = '';
  }

  async serve(settings) {
    this.process = spawn(binary(), ['serve', '--listen', '127.0.0.1:0', '--data', this.data,
                                    '--staff-second-factor', 'false', ...settings],
                         {stdio: ['ignore', 'ignore', 'pipe']});
    this.process.stderr.on('data', text => { this.log += text; });
    const address = join(this.data, 'address');
    this.url = await waitUntil(() => {
      if (this.process.exitCode !== null) throw new Error(`it ended:\n${this.log}`);
      return existsSync(address) && readFileSync(address, 'utf8').trim();
    }, 'the server to listen');
    return this;
  }

  async json(path) {
    const answer = await fetch(this.url + path, {headers: {accept: 'application/json'}});
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  }

  // What a command answers under --json.
  command(args, input = '') {
    const output = execFileSync(binary(), [...args, '--json', '--data', this.data], {input});
    return JSON.parse(output.toString().trim().split('\n').at(-1));
  }

  addStaff(email, password) {
    return this.command(['staff', 'add', email, '--password-stdin'], password + '\n');
  }

  mails() {
    const folder = join(this.data, 'mail');
    if (!existsSync(folder)) return [];
    return readdirSync(folder).filter(name => name.endsWith('.eml'))
      .map(name => join(folder, name))
      .sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs)
      .map(path => readMail(readFileSync(path, 'utf8')));
  }

  // The latest mail to this address whose subject matches.
  mailTo(address, subject) {
    return waitUntil(
      () => this.mails().filter(mail => mail.to === address && subject.test(mail.subject)).at(-1),
      `a mail to ${address} about ${subject}`);
  }

  async linkTo(address, subject) {
    const mail = await this.mailTo(address, subject);
    const link = /^https?:\/\/\S+/m.exec(mail.body);
    if (!link) throw new Error(`no link in:\n${mail.body}`);
    return this.url + new URL(link[0]).pathname + new URL(link[0]).search;
  }

  async stop() {
    const ended = new Promise(resolve => this.process.once('exit', resolve));
    if (this.process.exitCode === null) {
      this.process.kill('SIGTERM');
      await ended;
    }
    rmSync(this.folder, {recursive: true, force: true});
    const broken = /(ERROR|WARNING): \w+Sanitizer|runtime error:|terminate called/.exec(this.log);
    if (broken) throw new Error(`the server is broken:\n${this.log}`);
    return this.process.exitCode;
  }
}
