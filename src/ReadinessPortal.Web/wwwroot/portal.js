// Theme, mobile menu, skip link and copying: what has to work before, and without, a circuit.
(() => {
  const root = document.documentElement;
  const apply = theme => theme ? root.setAttribute("data-theme", theme) : root.removeAttribute("data-theme");
  try { apply(localStorage.getItem("theme")); } catch { /* storage refused: the system's theme stays */ }

  const isDark = () => (root.getAttribute("data-theme")
    ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

  async function copy(text) {
    if (navigator.clipboard) { return navigator.clipboard.writeText(text); }
    const area = Object.assign(document.createElement("textarea"), { value: text });
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }

  // Pages apart from the circuit are loaded whole. The router tries that by setting the address that already stands
  // there, which does nothing when it ends in an anchor; with a target the browser follows the link by itself.
  const apart = new RegExp(root.dataset.apart);
  document.addEventListener("click", event => {
    const link = event.target.closest?.("a[href*='#']");
    if (link && apart.test(link.pathname) && link.pathname !== location.pathname) { link.target = "_top"; }
  }, true);

  // A page that answers a form takes the place of its address: going back to it asks for it, and sends nothing twice.
  document.addEventListener("DOMContentLoaded", () => {
    if (document.querySelector("form[method=post]")) { history.replaceState(history.state, "", location.href); }
  });

  document.addEventListener("click", async event => {
    const on = selector => event.target.closest?.(selector);
    if (on("[data-theme-switch]")) {
      const theme = isDark() ? "light" : "dark";
      apply(theme);
      try { localStorage.setItem("theme", theme); } catch { /* as above */ }
    } else if (on("[data-nav-switch]")) {
      const open = root.getAttribute("data-nav") !== "open";
      root.toggleAttribute("data-nav", open);
      if (open) { root.setAttribute("data-nav", "open"); }
      on("[data-nav-switch]").setAttribute("aria-expanded", open);
    } else if (on(".skip")) {
      event.preventDefault();
      document.getElementById("main")?.focus();
    } else if (on("[data-copy]")) {
      const button = on("[data-copy]");
      await copy(document.getElementById(button.dataset.copy).textContent.trim() + "\n");
      const said = button.textContent;
      button.textContent = "Copied";
      setTimeout(() => { button.textContent = said; }, 2000);
    }
    if (on(".side nav a")) {
      root.removeAttribute("data-nav");
      document.querySelector("[data-nav-switch]")?.setAttribute("aria-expanded", "false");
    }
  });
})();
