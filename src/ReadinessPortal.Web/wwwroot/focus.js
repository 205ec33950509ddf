// Rows move, and go, under whoever works on them: a browser then leaves the focus on nothing, and a reader without a
// mouse at the top of the page. It stays with what moved, or goes to what stands in its place, unless what was drawn anew
// has it back (drawing.js, which looks first). The place is never a button or a field: whoever was typing goes on for a
// moment, and nothing may come of it somewhere else.
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

  const isShown = element => element?.isConnected && element.checkVisibility();
  const placeIn = ([box, index]) => {
    const near = box.children[Math.min(index, box.children.length - 1)];
    return isShown(near) && !near.matches(reachable) ? near : isShown(box) ? box : null;
  };

  function back() {
    if (!last || document.activeElement !== document.body) { return; }
    const { target, stood } = last;
    if (isShown(target)) {
      target.focus({ preventScroll: true }); // nothing happens while it is switched off
      return;
    }
    const place = stood.map(placeIn).find(element => element);
    last = null;
    if (!place) { return; }
    const isGiven = !place.hasAttribute("tabindex");
    if (isGiven) { place.tabIndex = -1; }
    place.dataset.standsIn = "";
    place.addEventListener("blur", () => {
      delete place.dataset.standsIn;
      if (isGiven) { place.removeAttribute("tabindex"); }
    }, { once: true });
    place.focus({ preventScroll: true });
  }

  // A page that has come up gives the focus to its heading. The circuit asks for that a round trip later, or before the
  // page has read what its heading says: then the heading has it when it stands there. Whoever has gone to something on
  // the page by then stays there.
  let reached = null; // the path on which something got the focus last
  let awaited = null; // the path whose heading has not come up yet
  document.addEventListener("focusin", () => { reached = location.pathname; });
  function giveHeading() {
    if (awaited === null) { return; }
    const active = document.activeElement, heading = document.querySelector("h1");
    const isElsewhere = awaited !== location.pathname
      || (reached === awaited && !active.matches("body, [data-stands-in]"));
    if (!heading && !isElsewhere) { return; }
    awaited = null;
    if (isElsewhere) { return; }
    if (!heading.hasAttribute("tabindex")) { heading.tabIndex = -1; }
    heading.focus({ preventScroll: true });
  }

  new MutationObserver(() => { giveHeading(); back(); }).observe(document, { subtree: true, childList: true });

  window.portalFocus = {
    heading() {
      awaited = location.pathname;
      giveHeading();
    },
  };
})();
