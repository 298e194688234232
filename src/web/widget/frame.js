// Tells the page around a widget how high it is. That is no secret, so that any may know.
(() => {
  'use strict';
  if (parent === window) return;
  const tell = () => {
    parent.postMessage({cartularyHeight: document.body.getBoundingClientRect().height}, '*');
  };
  new ResizeObserver(tell).observe(document.body);
})();
