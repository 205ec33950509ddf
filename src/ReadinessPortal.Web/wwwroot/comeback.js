// A page is drawn a second time when its circuit is up, under the fingers of whoever has begun to type. They go on in the
// same field of the second drawing at once: the circuit gives it back a round trip later, which is some keys too late.
(() => {
  const root = document.documentElement, patience = 10_000;
  if (root.dataset.circuit !== "starting") { return; }
  let left = null; // the field, and the cursor in it
  let ahead = "", isBack = false; // typed while it was not there; it was, since

  const isAdrift = () => document.activeElement.matches("body, h1[tabindex='-1'], [data-stands-in]");

  // Whoever goes on by hand needs nothing back. What was not there in time may still be given back by the circuit.
  function done(isByHand) {
    drawn.disconnect();
    if (left && (isBack || isByHand)) { window.portalDrafts.forgetPlace(); }
    left = null;
  }

  function comeBack() {
    const field = left && isAdrift() ? window.portalDrafts.comeBack(left) : null;
    if (!field) { return; }
    isBack = true;
    if (ahead === "") { return; }
    if (field.matches("textarea, [type=text], [type=search]")) {
      field.setRangeText(ahead, field.selectionStart, field.selectionEnd, "end");
    } else if (field.matches("input")) { field.value += ahead; }
    ahead = "";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }

  const drawn = new MutationObserver(comeBack);
  document.addEventListener("keydown", event => {
    if (!left) { return; }
    if (event.key === "Tab") { done(true); return; }
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey || !isAdrift()) { return; }
    event.preventDefault();
    ahead += event.key;
  }, true);
  // Parts of the page may be drawn twice: where the cursor is by then is where it comes back to.
  document.addEventListener("input", () => { if (left) { left = window.portalDrafts.leave(); } }, true);
  for (const kind of ["pointerdown", "submit"]) { document.addEventListener(kind, () => { if (left) { done(true); } }, true); }
  new MutationObserver((_, observer) => {
    if (root.dataset.circuit === "starting") { return; }
    observer.disconnect();
    left = window.portalDrafts.place();
    if (!left?.key) { left = null; return; }
    drawn.observe(document.body, { childList: true, subtree: true });
    document.addEventListener("focusin", comeBack); // the heading's, after the last drawing
    comeBack();
    setTimeout(() => { if (left) { done(false); } }, patience);
  }).observe(root, { attributes: true, attributeFilter: ["data-circuit"] });
})();
