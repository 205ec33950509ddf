// A page is drawn a second time when its circuit is up, under the fingers of whoever has begun to type. They go on in the
// same field of the second drawing at once: the circuit gives it back a round trip later, which is some keys too late.
(() => {
  const root = document.documentElement, patience = 5000;
  if (root.dataset.circuit !== "starting") { return; }
  let ahead = "", isOver = false; // typed while the field was not there

  const isAdrift = () => document.activeElement.matches("body, h1[tabindex='-1'], [data-stands-in]");

  function done() {
    isOver = true;
    drawn.disconnect();
    window.portalDrafts.forgetPlace();
  }

  function comeBack() {
    if (isOver || !isAdrift()) { return; }
    const field = window.portalDrafts.comeBack();
    if (field === null) { done(); return; }
    if (!field || ahead === "") { return; }
    const [typed, type] = [ahead, field.type];
    ahead = "";
    if (type === "text" || type === "textarea" || type === "search") {
      field.setRangeText(typed, field.selectionStart, field.selectionEnd, "end");
    } else if (field.matches("input")) { field.value += typed; }
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }

  const drawn = new MutationObserver(comeBack);
  document.addEventListener("keydown", event => {
    if (isOver || root.dataset.circuit === "starting") { return; }
    if (event.key === "Tab") { done(); return; }
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey || !isAdrift()) { return; }
    event.preventDefault();
    ahead += event.key;
  }, true);
  // Parts of the page may be drawn twice: where the cursor is by then is where it comes back to.
  document.addEventListener("input", () => { if (!isOver && root.dataset.circuit === "up") { window.portalDrafts.leave(); } }, true);
  document.addEventListener("pointerdown", () => { if (!isOver && root.dataset.circuit === "up") { done(); } }, true);
  new MutationObserver((_, observer) => {
    if (root.dataset.circuit === "starting") { return; }
    observer.disconnect();
    drawn.observe(document.body, { childList: true, subtree: true });
    comeBack();
    setTimeout(done, patience);
  }).observe(root, { attributes: true, attributeFilter: ["data-circuit"] });
})();
