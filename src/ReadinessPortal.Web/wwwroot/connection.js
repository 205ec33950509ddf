// The connection of an open page: says that it is lost, tries again by itself for as long as it takes, and comes back in
// step. Where the portal was started again meanwhile, the page is loaded anew, with what was typed, its place and its focus.
(() => {
  const root = document.documentElement, notice = document.getElementById("components-reconnect-modal");
  const pauses = [0, 1000, 1000, 2000, 2000];
  let fading;

  function say(state, text) {
    clearTimeout(fading);
    root.dataset.connection = state;
    notice.textContent = text;
  }

  function hush() {
    delete root.dataset.connection;
    notice.textContent = "";
  }

  async function answers() {
    try { return (await fetch("/healthz/ready", { cache: "no-store" })).ok; } catch { return false; }
  }

  async function startOver() {
    say("restarted", "The portal was started again. This page is loaded anew, with what you typed.");
    while (!await answers()) { await new Promise(go => setTimeout(go, 500)); }
    window.portalDrafts?.leave();
    location.reload();
  }

  notice.addEventListener("components-reconnect-state-changed", event => {
    switch (event.detail.state) {
      case "show":
        say("lost", "Connection lost. What you type is kept in this browser; nothing can be saved until the portal answers.");
        break;
      case "hide":
        if (root.dataset.connection !== "lost") { break; }
        say("back", "Connected again.");
        fading = setTimeout(hush, 4000);
        break;
      case "rejected": case "failed": case "resume-failed":
        startOver();
        break;
    }
  });

  // A save that cannot arrive is not begun: its form says nothing otherwise, and the button seems dead.
  document.addEventListener("submit", event => {
    if (root.dataset.connection === "lost" && event.target.method !== "post") {
      event.preventDefault();
      event.stopImmediatePropagation();
      say("lost", "Not saved: the connection is lost. What you typed is kept; save again when the portal answers.");
    }
  }, true);

  Blazor.registerCustomEventType("typed", { createEventArgs: event => event.detail });
  new MutationObserver(() => { if (document.querySelector("[data-circuit-up]")) { root.dataset.circuit = "up"; } }).observe(document.body, { childList: true, subtree: true });
  Blazor.start({
    circuit: {
      reconnectionOptions: {
        maxRetries: Infinity,
        retryIntervalMilliseconds: attempt => pauses[attempt] ?? 3000,
      },
    },
  });
})();
