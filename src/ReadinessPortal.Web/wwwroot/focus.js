// Rows move, and go, under whoever works on them: a browser then leaves the focus on nothing, and a reader without a
// mouse at the top of the page. It stays with what moved, or goes to what stands in its place.
(() => {
  const reachable = "a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex='-1'])";
  let last = null; // what had the focus, and from inside out where it stood

  document.addEventListener("focusin", ({ target }) => {
    last = null;
    if (!target.closest("main") || target.closest("[role=grid]")) { return; } // a grid looks after its own
    const stood = [];
    for (let at = target; !at.matches("main"); at = at.parentElement) {
      stood.push([at.parentElement, [...at.parentElement.children].indexOf(at)]);
    }
    last = { target, stood };
  });
  // Who presses where nothing takes the focus wants none.
  document.addEventListener("pointerdown", ({ target }) => { if (!target.closest?.(`${reachable}, label`)) { last = null; } }, true);

  const takes = element => element.matches(reachable) && !element.disabled && element.checkVisibility();
  function nearest(box, index) {
    const near = box.children[Math.min(index, box.children.length - 1)];
    const all = [...(near ? [near, ...near.querySelectorAll(reachable)] : []), ...box.querySelectorAll(reachable)].filter(takes);
    return all.find(element => near?.contains(element) && element.matches(".dots")) ?? all[0];
  }

  function back() {
    if (!last || document.activeElement !== document.body) { return; }
    const { target, stood } = last;
    if (target.isConnected && target.checkVisibility()) {
      target.focus({ preventScroll: true }); // nothing happens while it is switched off
      return;
    }
    const found = stood.filter(([box]) => box.isConnected && box.checkVisibility())
      .map(([box, index]) => nearest(box, index)).find(element => element);
    last = null;
    found?.focus({ preventScroll: true });
  }

  new MutationObserver(back).observe(document, { subtree: true, childList: true });
})();
