// A search of this registry within a page of another site, where this script stands:
//
//     <script src="https://…/widget.js" data-owner="ce-…" data-title="…" async></script>
//
// The page around it gives no more than it must: one frame, which tells how high it is.
(() => {
  'use strict';
  const script = document.currentScript;
  if (!script) return;  // a module: nobody knows where it stands
  const registry = new URL(script.src).origin;
  const [least, most] = [120, 4000];  // pixels

  const address = new URL('/widget', registry);
  for (const name of ['owner', 'type', 'lang', 'theme', 'q']) {
    if (script.dataset[name]) address.searchParams.set(name, script.dataset[name]);
  }

  const frame = document.createElement('iframe');
  frame.src = address.href;
  frame.title = script.dataset.title || new URL(registry).host;
  frame.width = '100%';
  frame.height = '320';
  frame.referrerPolicy = 'no-referrer';
  frame.style.border = '0';
  frame.style.colorScheme = 'light dark';  // its own ground, whatever that of the page is

  addEventListener('message', event => {
    if (event.origin !== registry || event.source !== frame.contentWindow) return;
    const height = event.data && event.data.cartularyHeight;
    if (!Number.isFinite(height)) return;
    frame.height = String(Math.min(Math.max(Math.ceil(height), least), most));
  });
  script.after(frame);
})();
