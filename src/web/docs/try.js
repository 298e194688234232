// Calls what a description tells of. What people type leaves the page only with the call, which
// goes to this registry alone, without cookies.
'use strict';

(() => {
  const secondsMax = 30;
  const bytesMax = 200_000;  // of an answer that is shown
  const answer = document.getElementById('try-answer');

  const all = (parent, selector) => [...parent.querySelectorAll(selector)];
  const filled = (wording, values) => wording.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const isTyped = part => all(part, 'input').some(input => input.value);
  const variableFor = name => '$' + name.toUpperCase().replace(/[^A-Z0-9]/g, '_');
  const base64 = text => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

  // For a shell, to which $VARIABLES mean something only where they are ours.
  function quoted(text, isOurs = false) {
    if (isOurs && text.includes('$')) return `"${text.replace(/["\\`]/g, '\\$&')}"`;
    return `'${text.replaceAll("'", "'\\''")}'`;
  }

  // Of several ways to say who is calling.
  function wayOf(form) {
    const ways = all(form, '[data-way]');
    return ways.find(isTyped) ?? ways.find(way => !('mayLack' in way.dataset));
  }

  // What a form says: as it is sent, and as a shell's command, which names secrets ("$API_KEY").
  class Call {
    headers = [];  // name, value, option of the command
    parts = [];    // of a body, the same

    constructor(form) {
      this.method = form.dataset.method;
      this.path = this.shown = form.dataset.path;
      for (const field of all(form, '[data-in]')) this.take(field, field.value, field.dataset);
      const way = wayOf(form);
      if (way) for (const part of all(way, '[data-credential]')) this.identify(part, part.dataset);
    }

    take(field, value, {name, in: place, list, needed}) {
      if (place === 'path') {
        const text = encodeURIComponent(value);
        this.path = this.path.replace(`{${name}}`, () => text);
        this.shown = this.shown.replace(`{${name}}`, () => text || variableFor(name));
      } else if (place === 'part' || place === 'form') {
        this.kind = place;
        const file = field.files?.[0];
        const shown = `${name}=${field.files ? `@${file?.name ?? 'FILE'}` : value}`;
        const option = place === 'part' ? '-F' : '--data-urlencode';
        if (!value && !field.files) return;
        this.parts.push([name, file ?? value, `${option} ${quoted(shown)}`]);
      } else if (!value && needed === undefined) {
        return;
      } else if (place === 'query') {
        const values = list === undefined ? [value] : value.split(',').map(one => one.trim());
        for (const one of values) this.addQuery(name, encodeURIComponent(one));
      } else if (place === 'header') {
        const isNamed = !value || field.type === 'password';
        this.addHeader(name, value, isNamed ? variableFor(name) : value, isNamed);
      } else if (place === 'body') {
        this.kind = 'text';
        this.text = value;
        this.addHeader('Content-Type', name, name);
      }
    }

    identify(part, {credential: place, name, value: shown}) {
      const value = isTyped(part) && shown.replace(/\$\w+/g, variable =>
        part.querySelector(`[data-variable="${variable}"]`).value);
      if (place === 'query') this.addQuery(name, value && encodeURIComponent(value), shown);
      if (place === 'header') this.addHeader(name, value, shown, true);
      if (place !== 'basic') return;
      this.headers.push([name, value && `Basic ${base64(value)}`, `-u ${quoted(shown, true)}`]);
    }

    addHeader(name, value, shown, isOurs = false) {
      this.headers.push([name, value, `-H ${quoted(`${name}: ${shown}`, isOurs)}`]);
    }

    addQuery(name, value, shown = value || variableFor(name)) {
      const add = (path, text) => `${path}${path.includes('?') ? '&' : '?'}${name}=${text}`;
      if (value) this.path = add(this.path, value);
      this.shown = add(this.shown, shown);
    }

    request() {
      const headers = this.headers.filter(([, value]) => value).map(pair => pair.slice(0, 2));
      return {method: this.method, headers, body: this.body(), credentials: 'omit',
              cache: 'no-store', signal: AbortSignal.timeout(secondsMax * 1000)};
    }

    body() {
      if (!this.kind || this.kind === 'text') return this.text;
      const body = this.kind === 'form' ? new URLSearchParams() : new FormData();
      for (const [name, value] of this.parts) if (value) body.append(name, value);
      return body;
    }

    command() {
      const isImplied = this.method === (this.kind ? 'POST' : 'GET');
      const start = isImplied ? 'curl -sS' : `curl -sS -X ${this.method}`;
      const options = [...this.headers, ...this.parts].map(([, , option]) => option);
      if (this.kind === 'text') options.push(`--data-raw ${quoted(this.text)}`);
      return [`${start} ${quoted(location.origin + this.shown, true)}`, ...options]
        .join(' \\\n  ');
    }
  }

  // With line breaks; numbers and escapes keep their spelling.
  function laidOut(json) {
    let depth = 0;
    const line = () => '\n' + '  '.repeat(depth);
    const token = /("[^"\\]*(?:\\.[^"\\]*)*")|([[{])\s*([\]}])?|([\]}])|[,:]|\s+/g;
    return json.replace(token, (mark, string, open, closed, close) => {
      if (string) return string;
      if (open && closed) return open + closed;
      if (open) return (depth += 1, open + line());
      if (close) return (depth = Math.max(0, depth - 1), line() + close);
      return mark === ',' ? mark + line() : mark === ':' ? ': ' : '';
    });
  }

  async function read(response) {
    const reader = response.body?.getReader();
    const decoder = new TextDecoder();
    let text = '', bytes = 0;
    while (reader && bytes < bytesMax) {
      const {done, value} = await reader.read();
      if (done) return {text, bytes};
      bytes += value.length;
      text += decoder.decode(value, {stream: true});
    }
    reader?.cancel();
    return {text, bytes, isCut: bytes > 0};
  }

  function readable(text, media) {
    if (/json/.test(media)) return laidOut(text);
    if (!text || /^text|xml|script/.test(media)) return text;
    return filled(answer.dataset.noText, {media});
  }

  function show(form, part, text) {
    const figure = form.querySelector(`[data-part="${part}"]`);
    figure.hidden = !text;
    figure.querySelector('code').textContent = text;
  }

  async function send(form) {
    if (form.ariaBusy === 'true') return;
    const words = answer.dataset;
    const say = (wording, values) => {
      form.querySelector('[role="status"]').textContent = filled(wording, values);
    };
    form.ariaBusy = 'true';
    say(words.sending);
    show(form, 'headers', '');
    show(form, 'body', '');
    try {
      const call = new Call(form);
      const started = performance.now();
      const response = await fetch(call.path, call.request());
      const {text, bytes, isCut} = await read(response);
      const milliseconds = Math.round(performance.now() - started);
      const status = `${response.status} ${response.statusText}`.trim();
      say(words[isCut ? 'cut' : 'answered'], {status, milliseconds, bytes});
      show(form, 'headers', [...response.headers].map(header => header.join(': ')).join('\n'));
      show(form, 'body', readable(text, response.headers.get('content-type') ?? ''));
    } catch (error) {
      say(words[error.name === 'TimeoutError' ? 'late' : 'failed'],
          {seconds: secondsMax, problem: error.message});
    }
    form.ariaBusy = 'false';
  }

  for (const details of all(document, '.try')) {
    const form = details.querySelector('form');
    const update = () => show(form, 'command', new Call(form).command());
    form.append(answer.content.cloneNode(true));
    form.oninput = ({target: {value, dataset: {variable}}}) => {
      // A secret is entered once for all calls of the page.
      for (const same of all(document, `[data-variable="${variable}"]`)) same.value = value;
      update();
    };
    details.ontoggle = update;
    form.onsubmit = event => {
      event.preventDefault();
      send(form);
    };
    details.hidden = false;
  }
})();
