// Rows of a posted form that grows without being sent: <template data-row> holds one with * for its number, and a button
// with data-more-rows, hidden where no script is, puts it before itself.
(() => {
  const most = 50, attributes = ["id", "name", "for", "aria-describedby"];

  function number(root, n) {
    for (const element of [root, ...root.querySelectorAll("*")]) {
      for (const name of attributes) {
        if (element.hasAttribute(name)) { element.setAttribute(name, element.getAttribute(name).replaceAll("*", n)); }
      }
      if (element.dataset.number !== undefined) { element.textContent = n + 1; }
    }
    return root;
  }

  const rowsOf = set => [...set.querySelectorAll("[data-row]:not(template)")];

  function add(set) {
    const n = rowsOf(set).length;
    if (n >= most) { return null; }
    const row = number(set.querySelector("template[data-row]").content.firstElementChild.cloneNode(true), n);
    set.querySelector("[data-more-rows]").before(row);
    return row;
  }

  // A draft may know more rows than the page was drawn with.
  function grow(scope, name) {
    const n = Number(/\[(\d+)\]/.exec(name)?.[1] ?? -1);
    for (const set of scope.querySelectorAll("[data-rows]")) {
      const isOfSet = name.startsWith(`${set.dataset.rows}[`) && n < most;
      while (isOfSet && rowsOf(set).length <= n) { add(set); }
    }
  }

  document.addEventListener("click", event => {
    const button = event.target.closest?.("[data-more-rows]");
    if (button) { add(button.closest("[data-rows]"))?.querySelector("input").focus(); }
  });
  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-more-rows]").forEach(button => { button.hidden = false; });
  });

  window.portalRows = { grow, number };
})();
