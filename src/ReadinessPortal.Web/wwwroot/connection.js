// The connection of an open page: buttons wait for it, it finds another way where web sockets are swallowed, says that it
// is lost, tries again by itself for as long as it takes, and comes back in step. Where the portal was started again
// meanwhile, the page is loaded anew, with what was typed, its place and its focus.
(() => {
  const root = document.documentElement, notice = document.getElementById("components-reconnect-modal");
  const pauses = [0, 1000, 1000, 2000, 2000];
  const isStarting = () => root.dataset.circuit === "starting";
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
        window.portalTyping.sendAgain();
        fading = setTimeout(hush, 4000);
        break;
      case "rejected": case "failed": case "resume-failed":
        startOver();
        break;
    }
  });

  // A save that cannot arrive is not begun: its form says nothing otherwise, and the button seems dead.
  document.addEventListener("submit", event => {
    const isLost = root.dataset.connection === "lost";
    if ((isLost || isStarting()) && event.target.method !== "post") {
      event.preventDefault();
      event.stopImmediatePropagation();
      say(isLost ? "lost" : "starting", isLost
        ? "Not saved: the connection is lost. What you typed is kept; save again when the portal answers."
        : "Not saved: this page is not connected yet. What you typed is kept; save again in a moment.");
    }
  }, true);

  // Until its circuit is up, nobody hears the buttons of a page: they look so (portal.css) and say so. The circuit draws
  // its own in their place, and what was typed meanwhile comes back as a draft, with the cursor.
  const patience = 10_000, hour = 3_600_000, memory = "readiness.polling";
  const unheard = "main button:not([data-copy], form[method='post'] *)";
  if (isStarting()) {
    document.querySelectorAll(unheard).forEach(button => button.setAttribute("aria-disabled", "true"));
    for (const kind of ["focusin", "input"]) {
      document.addEventListener(kind, () => { if (isStarting()) { window.portalDrafts.leave(); } }, true);
    }
    document.addEventListener("click", event => {
      if (isStarting() && event.target.closest?.(unheard)) { say("starting", "This page is not connected yet. A moment."); }
    }, true);
    new MutationObserver((_, observer) => {
      if (!document.querySelector("[data-circuit-up]")) { return; }
      observer.disconnect();
      root.dataset.circuit = "up";
      if (["starting", "none"].includes(root.dataset.connection)) { hush(); }
    }).observe(document.body, { childList: true, subtree: true });
    setTimeout(() => {
      if (isStarting()) {
        say("none", "There is no live connection. You can read, sign and download; editing needs one. Load the page "
          + "again, or ask whoever runs your network to let web sockets or long requests through.");
      }
    }, 2 * patience);
  }

  const polls = () => {
    try { return Date.now() - Number(localStorage.getItem(memory)) < hour; } catch { return false; }
  };

  // Some proxies accept a web socket and carry nothing, or leave it hanging: SignalR would wait for ever.
  class HeardSocket extends WebSocket {
    constructor(...address) {
      super(...address);
      const silent = setTimeout(() => isStarting() ? this.giveUp() : this.close(), patience);
      for (const kind of ["message", "close"]) { this.addEventListener(kind, () => clearTimeout(silent)); }
    }

    giveUp() {
      try { localStorage.setItem(memory, Date.now()); } catch { this.close(); return; }
      window.portalDrafts.leave();
      location.reload();
    }
  }

  Blazor.registerCustomEventType("typed", { createEventArgs: event => event.detail });
  Blazor.start({
    circuit: {
      configureSignalR: builder => builder.withUrl("_blazor", polls() ? { transport: 4 } : { WebSocket: HeardSocket }),
      reconnectionOptions: {
        maxRetries: Infinity,
        retryIntervalMilliseconds: attempt => pauses[attempt] ?? 3000,
      },
    },
  });
})();
