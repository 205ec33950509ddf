// Keys that editors of facts share: Escape closes, Ctrl and Enter saves from a text of several lines.
document.addEventListener("keydown", event => {
  const form = event.target.closest?.("form[data-fact-form]");
  if (event.isComposing) { return; }
  if (!form) { // a question about a fact: Escape leaves it as it is
    if (event.key === "Escape") { event.target.closest?.(".fact-editor")?.querySelector("[data-close]")?.click(); }
    return;
  }
  if (event.target.closest(".quote")) { // chooses a figure, and neither saves nor closes
    if (event.key === "Enter") { event.preventDefault(); }
  } else if (event.key === "Escape") {
    form.querySelector("[data-close]")?.click();
  } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    const asks = event.target.closest(".ask")?.querySelector("[data-sends]"); // a question within the form has its own answer
    if (asks) { asks.click(); } else { form.requestSubmit(); }
  }
});
// Menus of rows: they close when something in them is chosen, the first item has the focus, and arrows go through them.
(() => {
  const items = menu => [...menu.querySelectorAll(":scope > :is(a, button)")];
  document.addEventListener("click", event => {
    event.target.closest?.(".choices > :is(a, button)")?.parentElement.hidePopover();
  }, true);
  document.addEventListener("toggle", event => {
    if (event.newState === "open" && event.target.matches(".choices")) { items(event.target)[0]?.focus(); }
  }, true);
  document.addEventListener("keydown", event => {
    const menu = event.target.closest?.(".choices");
    const all = menu ? items(menu) : [], at = all.indexOf(event.target);
    const to = { ArrowDown: (at + 1) % all.length, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined || !menu) { return; }
    event.preventDefault();
    all.at(to).focus();
  });
})();
