// A page is drawn a second time when its circuit is up, and a section of it once more whenever it says something else,
// of which its reader knows nothing: what was being pressed, was unfolded or had the focus on one drawing is so on the
// next. (What was typed comes back as a draft.)
(() => {
  const root = document.documentElement, pressable = "a[href], button, summary";
  const isFirst = () => root.dataset.circuit === "starting";

  // An element is known again by what it says, and by which one it is of those that say the same.
  const says = element => `${element.href ?? ""} ${element.getAttribute("aria-label") ?? ""} ${element.textContent.trim()}`;
  const alike = (tag, text) => [...document.querySelectorAll(tag)].filter(other => says(other) === text);
  const placeOf = element => {
    const [tag, text] = [element.localName, says(element)];
    return { tag, text, index: alike(tag, text).indexOf(element) };
  };
  const at = place => alike(place.tag, place.text)[place.index];

  // A press counts where it began. For the browser, to press on one drawing with the mouse and let go on the other is a
  // click on neither. (A finger's tap goes to what it is lifted from.)
  const still = 4; // pixels
  let pressed = null;
  document.addEventListener("pointerdown", event => {
    const target = event.button === 0 && event.isPrimary ? event.target.closest?.(`${pressable}, label`) : null;
    pressed = target && target.ariaDisabled !== "true"
      ? { target, text: says(target), x: event.clientX, y: event.clientY } : null;
  }, true);
  document.addEventListener("pointerup", event => {
    const [was, now] = [pressed, event.target.closest?.(pressable)];
    const isPlain = event.pointerType === "mouse" && event.button === 0
      && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (isPlain && was && !was.target.isConnected && now && says(now) === was.text) {
      pressed = null;
      now.click();
    }
  }, true);
  // What a field's leaving brings, or another person's change, moves the page while the mouse is down: the browser then
  // gives the click to what holds both places.
  window.addEventListener("click", event => {
    const was = pressed;
    pressed = null;
    if (!was || !event.isTrusted || event.detail === 0 || was.target.contains(event.target) || !was.target.isConnected
      || Math.hypot(event.clientX - was.x, event.clientY - was.y) > still) { return; }
    event.preventDefault();
    event.stopImmediatePropagation();
    was.target.dispatchEvent(new PointerEvent("click", event));
  }, true);

  // A section that says something else is put in whole. An element is known again by where it stands below the nearest
  // thing with a name of its own (a row, a gate); outside of those by what it says or, where that is what changed, by
  // which one of its kind it is among what was put in at the same place: other sections may change at the same moment.
  const numbers = new WeakMap();
  let numbered = 0;
  const numberOf = box => numbers.get(box) ?? (numbers.set(box, ++numbered), numbered);
  const rootsOf = (records, list) => records.flatMap(record => [...record[list]]
    .filter(node => node.nodeType === 1).map(node => ({ node, box: record.target })));
  function inside(roots, selector) {
    const found = new Map(); // what is put in piece by piece is a root with each piece, and counts once
    for (const { node, box } of roots) {
      for (const element of [...(node.matches(selector) ? [node] : []), ...node.querySelectorAll(selector)]) {
        if (!found.has(element)) { found.set(element, { element, root: node, box }); }
      }
    }
    return [...found.values()];
  }
  function known(roots, selector, text) {
    const seen = new Map();
    const nth = key => { seen.set(key, (seen.get(key) ?? -1) + 1); return `${key} ${seen.get(key)}`; };
    return inside(roots, selector).map(({ element, root, box }) => {
      const named = element.closest("[id]"), kind = `${element.localName}.${element.className}`;
      const name = named && root.contains(named) ? named.id : "";
      const place = nth(`${name || numberOf(box)}|${kind}`);
      return { element, name, place, said: nth(`${name}|${kind}|${text(element)}`) };
    });
  }
  function among(now) {
    const by = key => new Map(now.map(one => [one[key], one.element]));
    const [places, texts] = [by("place"), by("said")];
    return one => (one.name ? null : texts.get(one.said)) ?? places.get(one.place);
  }

  const folds = roots => known(roots, "details", fold => fold.querySelector(":scope > summary")?.textContent);
  const apart = 150; // milliseconds
  let focused = null, lost = null, page = location.pathname;
  const arrived = () => { page = location.pathname; };
  document.addEventListener("focusin", ({ target }) => {
    if (target.dataset?.standsIn !== undefined) { return; }
    focused = target.matches(`${pressable}, [tabindex]`) ? target : null;
    lost = null;
    if (target.matches("h1")) { arrived(); } // given by the router, when the page it leads to stands there
  });
  for (const kind of ["pointerdown", "keydown"]) { document.addEventListener(kind, arrived, true); }
  new MutationObserver(records => {
    if (isFirst() || page !== location.pathname) { return; }
    const removed = rootsOf(records, "removedNodes");
    const added = rootsOf(records, "addedNodes").filter(root => root.node.isConnected);
    const before = folds(removed);
    if (before.length > 0) {
      const now = among(folds(added));
      for (const fold of before) {
        const same = now(fold);
        if (same && same.open !== fold.element.open) { same.open = fold.element.open; }
      }
    }
    // It may be put in a moment after it was taken out, when its place has the focus already (focus.js).
    if (focused && !focused.isConnected) {
      const was = known(removed, focused.localName, says).find(one => one.element === focused);
      if (was) { lost = { was, until: performance.now() + apart }; }
      focused = null;
    }
    if (lost && performance.now() < lost.until && document.activeElement?.matches("body, [data-stands-in]")) {
      const same = among(known(added, lost.was.element.localName, says))(lost.was);
      if (same) {
        lost = null;
        same.focus({ preventScroll: true });
      }
    }
  }).observe(root, { childList: true, subtree: true });

  if (!isFirst()) { return; }
  // Where the focus is when nobody put it there: the router gives it to the heading of a page that has come up.
  const unfolded = new Map(), drawing = 5000, unchosen = "body, h1[tabindex='-1'], [data-stands-in]";
  let first = null;
  document.addEventListener("toggle", ({ target }) => {
    const label = target.querySelector(":scope > summary");
    if (isFirst() && label) {
      const place = placeOf(label);
      unfolded.set(JSON.stringify(place), { place, isOpen: target.open });
    }
  }, true);
  document.addEventListener("focusin", ({ target }) => {
    if (isFirst()) { first = target.matches(pressable) ? placeOf(target) : null; }
  });

  function giveBack() {
    for (const fold of unfolded.values()) {
      if (!fold.done?.isConnected && (fold.done = at(fold.place)?.parentElement)) { fold.done.open = fold.isOpen; }
    }
    if (first && document.activeElement.matches(unchosen)) { at(first)?.focus({ preventScroll: true }); }
  }

  // Parts of the second drawing come one after the other, some of them twice. Whoever goes on by hand needs nothing back.
  const drawn = new MutationObserver(giveBack);
  const done = () => {
    drawn.disconnect();
    document.removeEventListener("focusin", giveBack);
  };
  new MutationObserver((_, observer) => {
    if (isFirst()) { return; }
    observer.disconnect();
    drawn.observe(document.body, { childList: true, subtree: true });
    document.addEventListener("focusin", giveBack);
    giveBack();
    for (const kind of ["pointerdown", "keydown"]) { document.addEventListener(kind, done, { capture: true, once: true }); }
    setTimeout(done, drawing);
  }).observe(root, { attributes: true, attributeFilter: ["data-circuit"] });
})();
