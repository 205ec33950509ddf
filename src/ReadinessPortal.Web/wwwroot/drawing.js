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

  // For the browser, to press on one drawing with the mouse and let go on the other is a click on neither. (A finger's
  // tap goes to what it is lifted from.)
  let pressed = null;
  document.addEventListener("pointerdown", event => {
    const target = event.target.closest?.(pressable);
    pressed = target && target.ariaDisabled !== "true" ? { target, text: says(target) } : null;
  }, true);
  document.addEventListener("pointerup", event => {
    const [was, now] = [pressed, event.target.closest?.(pressable)];
    pressed = null;
    const isPlain = event.pointerType === "mouse" && event.button === 0
      && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (isPlain && was && !was.target.isConnected && now && says(now) === was.text) { now.click(); }
  }, true);

  // A section that says something else is put in whole. A fold is known again by what it says or, where that is what
  // changed, by which one of its kind it is.
  let focused = null, page = location.pathname;
  document.addEventListener("focusin", ({ target }) => { focused = target.matches(pressable) ? target : null; });
  const elements = (nodes, selector) => nodes.filter(node => node.nodeType === 1)
    .flatMap(node => [...(node.matches(selector) ? [node] : []), ...node.querySelectorAll(selector)]);
  const summary = fold => says(fold.querySelector(":scope > summary") ?? fold);
  new MutationObserver(records => {
    const moved = page !== (page = location.pathname);
    const removed = records.flatMap(record => [...record.removedNodes]);
    if (moved || isFirst() || !removed.some(node => node.nodeType === 1)) { return; }
    const added = records.flatMap(record => [...record.addedNodes]).filter(node => node.isConnected);
    const [before, now] = [elements(removed, "details"), elements(added, "details")];
    before.forEach(fold => {
      const ofItsKind = list => list.filter(other => other.className === fold.className);
      const same = now.find(other => summary(other) === summary(fold)) ?? ofItsKind(now)[ofItsKind(before).indexOf(fold)];
      if (same) { same.open = fold.open; }
    });
    if (focused && !focused.isConnected && document.activeElement === document.body) {
      elements(added, focused.localName).find(other => says(other) === says(focused))?.focus({ preventScroll: true });
    }
  }).observe(root, { childList: true, subtree: true });

  if (!isFirst()) { return; }
  // Where the focus is when nobody put it there: the router gives it to the heading of a page that has come up.
  const folds = new Map(), drawing = 5000, unchosen = "body, h1[tabindex='-1']";
  let first = null;
  document.addEventListener("toggle", ({ target }) => {
    const label = target.querySelector(":scope > summary");
    if (isFirst() && label) {
      const place = placeOf(label);
      folds.set(JSON.stringify(place), { place, isOpen: target.open });
    }
  }, true);
  document.addEventListener("focusin", ({ target }) => {
    if (isFirst()) { first = target.matches(pressable) ? placeOf(target) : null; }
  });

  function giveBack() {
    for (const fold of folds.values()) {
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
