// A link may lead to a row of a page that is still being drawn: it is gone to as soon as it is there, unless its reader
// has begun to move about by then.
(() => {
  let seen = "", wanted = null;

  function look() {
    if (location.href !== seen) {
      seen = location.href;
      wanted = location.hash.length > 1 ? location.hash.slice(1) : null;
    }
    const place = wanted && document.getElementById(wanted);
    if (!place) { return; }
    wanted = null;
    place.scrollIntoView();
  }

  for (const moves of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    addEventListener(moves, () => { [seen, wanted] = [location.href, null]; }, { capture: true, passive: true });
  }
  addEventListener("hashchange", look); // on the same page it is there already
  new MutationObserver(look).observe(document, { subtree: true, childList: true });
})();
