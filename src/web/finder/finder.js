// Names while somebody types: a combobox as the ARIA Authoring Practices describe it. The form works
// without.
'use strict';

const pause = 15; // ms without a key
const most = 8;

for (const form of document.querySelectorAll('form[data-suggest]')) {
  const input = form.querySelector('input[type="search"]');
  const list = document.createElement('ul');
  const told = document.createElement('p');
  let shown = [];
  let active = -1;
  let timer = 0;
  let asked = new AbortController();

  list.id = `${input.id}-list`;
  list.className = 'suggestions';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', form.dataset.label);
  told.className = 'unseen';
  told.setAttribute('role', 'status');
  input.parentElement.append(list, told);
  for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'],
                               ['aria-expanded', 'false'], ['aria-controls', list.id]]) {
    input.setAttribute(name, value);
  }

  const activate = (place) => {
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = place;
    const option = list.children[active];
    if (!option) return input.removeAttribute('aria-activedescendant');
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({block: 'nearest'});
    input.setAttribute('aria-activedescendant', option.id);
  };

  const show = (suggestions) => {
    shown = suggestions;
    list.replaceChildren(...shown.map(({name}, place) => {
      const option = document.createElement('li');
      const text = document.createElement('bdi');
      text.textContent = name;
      option.id = `${list.id}-${place}`;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.append(text);
      return option;
    }));
    activate(-1);
    list.hidden = shown.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    const words = shown.length === 1 ? form.dataset.one : form.dataset.many;
    told.textContent = list.hidden ? '' : words.replace('{count}', shown.length);
  };

  // What was asked before is not shown any more.
  const forget = () => {
    clearTimeout(timer);
    asked.abort();
    asked = new AbortController();
  };
  const close = () => {
    forget();
    show([]);
  };

  const ask = async () => {
    const {signal} = asked;
    const query = new URLSearchParams({q: input.value, take: most});
    try {
      const answer = await fetch(`${form.dataset.suggest}?${query}`, {signal});
      const {suggestions} = answer.ok ? await answer.json() : {suggestions: []};
      if (!signal.aborted) show(suggestions);
    } catch {
      if (!signal.aborted) show([]); // searching still works
    }
  };

  const open = (place) => {
    location.href = `/resources/${shown[place].ctid}`;
  };

  const keys = {
    ArrowDown: () => activate((active + 1) % shown.length),
    ArrowUp: () => activate((active <= 0 ? shown.length : active) - 1),
    Home: () => active >= 0 && activate(0),
    End: () => active >= 0 && activate(shown.length - 1),
    Escape: close,
    Enter: () => active >= 0 && open(active),
  };

  input.addEventListener('input', () => {
    forget();
    if (input.value.trim() === '') return show([]);
    timer = setTimeout(ask, pause);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' && list.hidden && input.value.trim() !== '') {
      forget();
      return ask();
    }
    // Keys that end the input of a character (IME) are its own.
    const handle = event.isComposing || list.hidden ? undefined : keys[event.key];
    if (handle && handle() !== false) event.preventDefault();
  });
  list.addEventListener('pointerdown', (event) => event.preventDefault()); // keeps the focus
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role="option"]');
    if (option) open([...list.children].indexOf(option));
  });
  input.addEventListener('blur', close);
  form.addEventListener('submit', close);
}
