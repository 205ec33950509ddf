// Keeps what is typed and not saved: every named field inside an element with data-draft="KEY", as the text it started
// from and the text it has now, in this browser's storage. Works while the connection is lost, and without a circuit.
//   data-draft="KEY"        whose, where and which form; the first part of the key is the person
//   data-base="TEXT"        on a field: what its edit started from, where that is not what stood in it
//   several checkboxes of one name, each with a value, are one field: what is checked, one a line; so is a list of which
//   several are chosen
//   data-draft-plain        on a form without a circuit: its text is given back here, not by a component
//   data-draft-done="KEY"   says that what was sent under the key (or below it) has arrived
//   data-draft-request="ID" on a form: what names its next save, kept with what was sent
//   data-draft-forget       on a form: sending it forgets everything
(() => {
  const prefix = "draft:", oldest = 14 * 24 * 3600 * 1000;
  const long = 4000, pause = 400; // beyond that many letters a draft is stored at a pause and not at every key
  const typed = new Map(); // what was typed since the page was loaded; also there where storage is refused
  const started = new WeakMap();
  const memory = "readiness.comeback";
  const unstored = new Map();

  const stored = key => {
    try { return JSON.parse(localStorage.getItem(prefix + key)); } catch { return null; }
  };
  // What another tab typed into the same form stays beside what was typed here.
  const draft = key => {
    const mine = typed.get(key), other = stored(key);
    return mine && other
      ? { ...mine, fields: { ...other.fields, ...mine.fields }, labels: { ...other.labels, ...mine.labels } }
      : mine ?? other;
  };
  const isKept = field => field.name && !field.disabled && field.dataset.draftSkip === undefined
    && !["password", "hidden", "file", "submit", "button", "reset", "image"].includes(field.type)
    && !/password/i.test(field.autocomplete ?? "");
  const scopeOf = field => field.closest?.("[data-draft]");
  const fieldsOf = scope => [...scope.querySelectorAll("input, textarea, select")]
    .filter(field => isKept(field) && scopeOf(field) === scope);
  const isListed = field => field.type === "checkbox" && field.hasAttribute("value"); // several, each adds a line
  const chosen = (list, isChosen) => [...list.options].filter(isChosen).map(option => option.value).join("\n");
  const named = (scope, name) => fieldsOf(scope).filter(field => field.name === name);

  function valueOf(field) {
    if (field.type === "checkbox") {
      return isListed(field)
        ? named(scopeOf(field), field.name).filter(one => one.checked).map(one => one.value).join("\n")
        : String(field.checked);
    }
    if (field.multiple) { return chosen(field, option => option.selected); }
    if (field.type !== "radio") { return field.value; }
    return named(scopeOf(field), field.name).find(one => one.checked)?.value ?? "";
  }

  // As its person read it, for when its form is gone.
  function labelOf(field) {
    const group = ["radio", "checkbox"].includes(field.type) ? field.closest("fieldset")?.querySelector("legend") : null;
    const said = group?.innerText ?? field.ariaLabel ?? field.labels?.[0]?.innerText ?? "";
    return said.trim().split("\n")[0].slice(0, 120);
  }

  function startOf(field) {
    if (field.dataset.base !== undefined) { return field.dataset.base; }
    const scope = scopeOf(field);
    if (!scope.hasAttribute("data-draft-plain")) { return started.get(field) ?? ""; }
    if (isListed(field)) {
      return named(scope, field.name).filter(one => one.defaultChecked).map(one => one.value).join("\n");
    }
    if (field.type === "checkbox") { return String(field.defaultChecked); }
    if (field.type === "radio") { return named(scope, field.name).find(one => one.defaultChecked)?.value ?? ""; }
    if (field.multiple) { return chosen(field, option => option.defaultSelected); }
    if (field.tagName === "SELECT") {
      return ([...field.options].find(option => option.defaultSelected) ?? field.options[0])?.value ?? "";
    }
    return field.defaultValue;
  }

  function write(key, kept) {
    const touched = Object.fromEntries(Object.entries(kept.fields).filter(([, [base, mine]]) => base !== mine));
    try {
      if (Object.keys(touched).length === 0) { localStorage.removeItem(prefix + key); }
      else { localStorage.setItem(prefix + key, JSON.stringify({ ...kept, fields: touched })); }
      return true;
    } catch { return false; } // refused or full
  }

  function keep(field) {
    const scope = scopeOf(field), key = scope?.dataset.draft;
    if (!key || !isKept(field)) { return; }
    const kept = { fields: {}, ...draft(key), at: Date.now(), sent: false };
    const base = field.dataset.base ?? kept.fields[field.name]?.[0] ?? startOf(field);
    kept.fields[field.name] = [base, valueOf(field)];
    kept.labels = { ...kept.labels, [field.name]: labelOf(field) };
    typed.set(key, kept);
    clearTimeout(unstored.get(key)?.timer);
    const store = () => {
      unstored.delete(key);
      const isStored = write(key, kept);
      scope.querySelectorAll("[data-draft-unkept]").forEach(note => { note.hidden = isStored; });
    };
    const letters = Object.values(kept.fields).flat().reduce((sum, text) => sum + text.length, 0);
    if (letters <= long) { store(); } else { unstored.set(key, { store, timer: setTimeout(store, pause) }); }
  }

  const storeAll = () => [...unstored.values()].forEach(({ timer, store }) => { clearTimeout(timer); store(); });

  function clear(key) {
    typed.delete(key);
    clearTimeout(unstored.get(key)?.timer);
    unstored.delete(key);
    try { localStorage.removeItem(prefix + key); } catch { /* nothing was kept */ }
  }

  function keys(start) {
    const all = new Set(typed.keys());
    try {
      Object.keys(localStorage).filter(name => name.startsWith(prefix)).forEach(name => all.add(name.slice(prefix.length)));
    } catch { /* what was typed since the page was loaded is all there is */ }
    return [...all].filter(key => key.startsWith(start));
  }

  // As many as one message of a circuit holds.
  function newest(start) {
    let room = 16_000;
    return keys(start).sort((a, b) => (draft(b)?.at ?? 0) - (draft(a)?.at ?? 0)).filter(key => (room -= key.length + 3) > 0);
  }

  function ago(at) {
    const s = Math.max(0, (Date.now() - at) / 1000), whole = Math.floor;
    return s < 2 ? "just now" : s < 60 ? `${whole(s)} s ago` : s < 3600 ? `${whole(s / 60)} min ago`
      : s < 86400 ? `${whole(s / 3600)} h ago` : s < 172800 ? "1 day ago" : `${whole(s / 86400)} days ago`;
  }

  function put(scope, name, value) {
    window.portalRows.grow(scope, name);
    const fields = named(scope, name);
    if (fields.length === 0 || valueOf(fields[0]) === value) { return false; }
    for (const field of fields) {
      if (field.type === "radio") { field.checked = field.value === value; }
      else if (isListed(field)) { field.checked = value.split("\n").includes(field.value); }
      else if (field.type === "checkbox") { field.checked = value === "true"; }
      else if (field.multiple) { for (const option of field.options) { option.selected = value.split("\n").includes(option.value); } }
      else { field.value = value; }
      if (field.dataset.most) { window.portalTyping.weigh(field); }
      window.portalTyping.unfold(field);
    }
    return true;
  }

  function forgetArrived() {
    for (const done of document.querySelectorAll("[data-draft-done]")) {
      keys(done.dataset.draftDone).filter(key => draft(key)?.sent).forEach(clear);
    }
  }

  // Forms without a circuit. One that was sent and came back with its refusal stands there as it was sent.
  function restorePlain() {
    for (const scope of document.querySelectorAll("[data-draft][data-draft-plain]")) {
      give(scope);
      focus(scope.dataset.draft);
    }
  }

  function give(scope) {
    const kept = draft(scope.dataset.draft);
    if (!kept) { return; }
    const entries = Object.entries(kept.fields).map(([name, [, mine]]) => [name, mine]);
    entries.forEach(([name, mine]) => put(scope, name, mine));
    // A browser may have given it back before, when it loads a page again: it is not saved all the same.
    const isBack = entries.some(([name, mine]) => {
      const field = named(scope, name)[0];
      return field && valueOf(field) === mine && startOf(field) !== mine;
    });
    const notice = [...scope.querySelectorAll("[data-draft-back]")].find(one => scopeOf(one) === scope);
    if (isBack && notice) {
      notice.querySelector("[data-draft-ago]").textContent = ago(kept.at);
      notice.hidden = false;
    }
  }

  function discard(button) {
    const scope = scopeOf(button), fields = fieldsOf(scope);
    clear(scope.dataset.draft);
    fields.forEach(field => put(scope, field.name, startOf(field)));
    button.closest("[data-draft-back]").hidden = true;
    fields[0]?.focus();
  }

  // The place of the cursor and of the page, over a reload that nobody asked for.
  function leave() {
    storeAll();
    const field = document.activeElement, key = field && scopeOf(field)?.dataset.draft;
    const place = { href: location.href, at: Date.now(), y: scrollY, key, name: field?.name };
    try { place.from = field?.selectionStart; place.to = field?.selectionEnd; } catch { /* a field without a cursor */ }
    try { sessionStorage.setItem(memory, JSON.stringify(place)); } catch { /* the page begins at its top */ }
    return place;
  }

  function place() {
    try {
      const last = JSON.parse(sessionStorage.getItem(memory));
      return last && last.href === location.href && Date.now() - last.at < 60_000 ? last : null;
    } catch { return null; }
  }

  function focus(key) {
    const last = place(), scope = document.querySelector(`[data-draft="${CSS.escape(key)}"]`);
    if (!last || last.key !== key || !scope) { return; }
    forgetPlace();
    if (document.activeElement.matches("input, textarea, select")) { return; } // whoever has gone on stays there
    goTo(named(scope, last.name)[0], last);
  }

  function goTo(field, { from, to, y }) {
    field?.focus({ preventScroll: true });
    if (from != null) { field?.setSelectionRange?.(from, to); }
    scrollTo({ top: y, behavior: "instant" });
  }

  function forgetPlace() {
    try { sessionStorage.removeItem(memory); } catch { /* nothing was kept */ }
  }

  // The field that was left, drawn anew: with what was typed and the cursor, before its component has heard of either.
  function comeBack(left) {
    const scope = document.querySelector(`[data-draft="${CSS.escape(left.key)}"]`);
    const field = scope && named(scope, left.name)[0];
    if (!field) { return null; }
    const kept = draft(left.key)?.fields[left.name];
    if (kept) { put(scope, left.name, kept[1]); }
    goTo(field, left);
    return field;
  }

  document.addEventListener("focusin", event => {
    const field = event.target;
    if (field.matches?.("input, textarea, select") && scopeOf(field)) { started.set(field, valueOf(field)); }
  });
  for (const kind of ["input", "change"]) {
    document.addEventListener(kind, event => keep(event.target), true);
  }
  addEventListener("pagehide", storeAll);
  document.addEventListener("visibilitychange", storeAll);
  document.addEventListener("click", event => {
    const button = event.target.closest?.("[data-draft-discard]");
    if (button) { discard(button); }
  });
  document.addEventListener("submit", event => {
    storeAll();
    if (event.target.hasAttribute("data-draft-forget")) { keys("").forEach(clear); return; }
    const key = event.target.dataset.draft, kept = key && draft(key);
    const request = event.target.dataset.draftRequest, isPlain = event.target.hasAttribute("data-draft-plain");
    if (kept && request) { typed.set(key, { ...kept, request }); }
    if (kept && (isPlain || request)) { write(key, { ...kept, request, sent: isPlain }); }
  });

  // A value that was saved, taken or kept moves what the edit starts from.
  new MutationObserver(changes => {
    for (const { target } of changes) {
      const key = scopeOf(target)?.dataset.draft, kept = key && draft(key), was = kept?.fields[target.name];
      if (!was || target.dataset.base === undefined || was[0] === target.dataset.base) { continue; }
      kept.fields[target.name] = [target.dataset.base, valueOf(target)];
      typed.set(key, kept);
      write(key, kept);
    }
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-base"] });

  for (const key of keys("")) {
    const kept = stored(key);
    if (!kept?.fields || Date.now() - kept.at > oldest) { clear(key); }
  }
  // As soon as the page says so: who reads it may leave before the rest of the page is there.
  const arrival = new MutationObserver(forgetArrived);
  arrival.observe(document, { subtree: true, childList: true });
  document.addEventListener("DOMContentLoaded", () => {
    arrival.disconnect();
    forgetArrived();
    restorePlain();
    const last = place();
    if (last) { scrollTo({ top: last.y, behavior: "instant" }); }
  });

  window.portalDrafts = {
    clear, comeBack, focus, forgetPlace, give, keys, leave, newest, place,
    // Of a form that was just drawn: what somebody began to type there meanwhile reaches its component by itself.
    read: (key, isNew) => {
      const kept = draft(key), scope = kept && document.querySelector(`[data-draft="${CSS.escape(key)}"]`);
      if (scope && Object.values(kept.fields).some(([base, mine]) => base !== mine)) { window.portalTyping.unfold(scope); }
      const isTyped = ([name, [, mine]]) => isNew && scope && named(scope, name)
        .some(field => started.has(field) && started.get(field) !== mine && valueOf(field) === mine);
      const fields = kept && Object.fromEntries(Object.entries(kept.fields).filter(entry => !isTyped(entry)));
      for (const [name, [, mine]] of Object.entries(fields ?? {})) {
        for (const field of scope ? named(scope, name) : []) {
          if (field.dataset.most) { window.portalTyping.isRead(field, mine); }
        }
      }
      return new Blob([JSON.stringify(kept
        ? { at: kept.at, fields, labels: kept.labels, request: kept.request } : null)]); // none may be empty
    },
  };
})();
