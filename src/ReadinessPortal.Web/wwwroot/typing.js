// Text fields with a limit (Typing/TextInput), on pages with and without a circuit. The text is the browser's until it is
// saved: a circuit is sent a short one at every key, a long one in pieces at a pause, when its field is left and before
// the page hears a button. Beyond the limit everything stays in the field, the counter says by how much, and no form goes.
(() => {
  const piece = 4000, most = 1 << 20, pause = 400; // piece: six bytes a letter at worst stay below SignalR's 32 KB
  const states = new WeakMap(), waiting = new Map();
  const number = new Intl.NumberFormat("en-US");

  const isText = field => field.dataset?.most !== undefined;
  const textsOf = form => [...form.querySelectorAll("[data-most]")];

  function state(field) {
    if (!states.has(field)) { states.set(field, { version: 0, taken: 0 }); }
    return states.get(field);
  }

  function problem({ value, dataset }) {
    const limit = Number(dataset.most), over = value.length - limit;
    return over > 0 ? `This is too long: ${number.format(value.length)} of ${number.format(limit)} characters. `
        + `Shorten it by ${number.format(over)}.`
      : value.isWellFormed?.() === false ? "This text holds half a character. Remove it." : "";
  }

  function weigh(field) {
    const limit = Number(field.dataset.most), count = field.nextElementSibling, said = problem(field);
    const isNear = field.value.length > limit * .9;
    count.textContent = said || (isNear ? `${number.format(field.value.length)} of ${number.format(limit)} characters` : "");
    count.hidden = count.textContent === "";
    count.classList.toggle("over", said !== "");
    // A field that is folded or switched off takes no part, and could not be shown.
    field.setCustomValidity(field.checkVisibility() || field.closest("details:not([open])") ? said : "");
  }

  function send(field) {
    clearTimeout(waiting.get(field));
    waiting.delete(field);
    const text = field.value, { length } = text;
    if (document.documentElement.dataset.connection === "lost" || length > most || text.isWellFormed?.() === false || !field.isConnected) { return; }
    let at = 0;
    do { // once for an emptied field too: that there is nothing left is news
      let end = Math.min(at + piece, length);
      if (end < length && /[\ud800-\udbff]/.test(text[end - 1])) { end++; } // no character is cut in two
      field.nextElementSibling.dispatchEvent(new CustomEvent("typed", {
        bubbles: true, detail: { text: text.slice(at, end), at, length, ...state(field) },
      }));
      at = end;
    } while (at < length);
  }

  const sendAll = () => { for (const field of [...waiting.keys()]) { send(field); } };

  let typedSince = false; // a form was sent, or a button pressed
  document.addEventListener("submit", () => { typedSince = false; }, true);
  document.addEventListener("click", event => { if (event.target.closest?.("button")) { typedSince = false; } }, true);
  document.addEventListener("input", ({ target: field }) => {
    typedSince = true;
    if (!isText(field)) { return; }
    state(field).version++;
    weigh(field);
    clearTimeout(waiting.get(field));
    if (field.value.length <= piece) { send(field); }
    else { waiting.set(field, setTimeout(() => send(field), pause)); }
  }, true);
  document.addEventListener("change", ({ target }) => { if (waiting.has(target)) { send(target); } }, true);

  document.addEventListener("click", event => {
    sendAll();
    const button = event.target.closest?.("button");
    if (button?.form && button.type === "submit") { textsOf(button.form).forEach(weigh); }
    else if (button?.form && button.dataset.sends !== undefined) { refuse(button.form, event); }
  }, true);
  document.addEventListener("submit", event => {
    sendAll();
    refuse(event.target, event); // forms that do not let the browser look at them
  }, true);

  function refuse(form, event) {
    textsOf(form).forEach(weigh);
    const field = textsOf(form).find(one => one.validity.customError);
    if (!field) { return; }
    event.preventDefault();
    event.stopImmediatePropagation();
    unfold(field);
    field.reportValidity();
  }

  function unfold(field) {
    for (let box = field.closest("details"); box; box = box.parentElement.closest("details")) { box.open = true; }
  }

  // A field in a fold cannot take the focus, and without it the browser would refuse the form and say nothing.
  document.addEventListener("invalid", event => unfold(event.target), true);
  document.addEventListener("reset", event => setTimeout(() => textsOf(event.target).forEach(weigh)));

  // What the circuit puts into a field, unless something was typed there that it has not heard of yet; or that it has
  // heard of before it gives back the draft that was read earlier: then it is told again.
  new MutationObserver(changes => {
    for (const { target: field } of changes) {
      const now = state(field);
      if (!field.dataset.given || now.version > Number(field.dataset.heard)) { continue; }
      if (now.read && now.version > now.read.version && field.dataset.text === now.read.text) {
        [now.taken, now.read] = [Number(field.dataset.given), null];
        send(field);
        continue;
      }
      field.value = field.dataset.text ?? "";
      now.taken = Number(field.dataset.given);
      weigh(field);
    }
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-given"] });

  // An input of the component library sends all its text with all its events. Only figures are searched for in one: what
  // is longer than any name stays out of the circuit.
  const search = 200;
  for (const kind of ["input", "change", "keydown", "keyup", "focus", "blur", "focusin", "focusout", "click", "paste"]) {
    document.addEventListener(kind, event => {
      const field = event.target;
      if (!field.matches?.("input.mud-input-slot")) { return; }
      const over = field.value.length - search;
      field.setCustomValidity(over > 0 ? `Too long to search for: shorten it by ${number.format(over)} characters.` : "");
      if (over <= 0) { return; }
      event.stopImmediatePropagation();
      if (event.key === "Enter") { event.preventDefault(); }
      if (kind === "input") { field.reportValidity(); }
    }, true);
  }

  window.portalTyping = {
    unfold,
    weigh,
    focusFirst(element) {
      const active = document.activeElement, form = element?.closest("form");
      if (active?.matches("input, textarea, select") || (form && active !== form && form.contains(active))) { return; }
      (element?.querySelector(".dots") ?? element)?.focus();
    },
    // A draft of the field is on its way to the circuit.
    isRead(field, text) { state(field).read = { version: state(field).version, text }; },
    // What answers a press, and what a form was refused for, unless somebody types on: then its message has to do.
    focusAnswer(element) { if (!typedSince) { element?.focus(); } },
    // After a lost connection: what was sent last may not have arrived.
    sendAgain: () => document.querySelectorAll("[data-most]").forEach(field => state(field).version > 0 && send(field)),
  };
})();
