// A page is drawn a second time when its circuit is up, of which its reader knows nothing: what was being pressed, was
// unfolded or had the focus on the first drawing is so on the second. (What was typed comes back as a draft.)
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

  if (!isFirst()) { return; }
  // Where the focus is when nobody put it there: the router gives it to the heading of a page that has come up.
  const folds = new Map(), drawing = 5000, unchosen = "body, h1[tabindex='-1']";
  let focused = null;
  document.addEventListener("toggle", ({ target }) => {
    const summary = target.querySelector(":scope > summary");
    if (isFirst() && summary) {
      const place = placeOf(summary);
      folds.set(JSON.stringify(place), { place, isOpen: target.open });
    }
  }, true);
  document.addEventListener("focusin", ({ target }) => {
    if (isFirst()) { focused = target.matches(pressable) ? placeOf(target) : null; }
  });

  function giveBack() {
    for (const fold of folds.values()) {
      if (!fold.done?.isConnected && (fold.done = at(fold.place)?.parentElement)) { fold.done.open = fold.isOpen; }
    }
    if (focused && document.activeElement.matches(unchosen)) { at(focused)?.focus({ preventScroll: true }); }
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
