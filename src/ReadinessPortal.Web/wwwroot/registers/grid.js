// A register as a grid: focus, selection and typing live here, so that no keypress waits for the server. What is typed
// goes to the component when its cell is left, and the table is drawn by the component alone.
import { block } from "./block.js";
import { Clipboard } from "./clipboard.js";
import { Editor } from "./editor.js";
import { ask, stream } from "./line.js";

const page = 10;

export const attach = (root, component) => new Grid(root, component);

class Grid {
  constructor(root, component) {
    Object.assign(this, { root, component, active: null, anchor: null, chosen: [], saving: new Set(), off: new AbortController() });
    this.editor = new Editor(this, root.querySelector(".cell-editor"));
    const on = (target, type, does) => target.addEventListener(type, does.bind(this), { signal: this.off.signal });
    on(root, "keydown", this.onKey);
    on(root, "focusin", this.onFocus);
    on(root, "pointerdown", this.onDown);
    on(root, "pointerover", this.onOver);
    on(root, "click", this.onClick);
    on(root, "dblclick", event => this.cellAt(event) && this.editor.begin(this.cellAt(event)));
    on(window, "resize", () => this.editor.place());
    const clipboard = new Clipboard(this);
    on(document, "copy", event => clipboard.onCopy(event));
    on(document, "paste", event => clipboard.onPaste(event));
    this.seen = new MutationObserver(() => this.settle());
    this.seen.observe(root.querySelector(".sheet"), { childList: true, subtree: true });
    this.settle();
    this.editor.restore();
  }

  dispose() { this.off.abort(); this.seen.disconnect(); }

  // Places
  get rows() { return [...this.root.querySelectorAll("tbody tr[data-r]")]; }
  get heads() { return [...this.root.querySelectorAll("thead th[data-c]")]; }
  cellAt(event) { return event.target.closest?.("tbody tr[data-r] > :is(td, th)"); }
  rowOf(cell) { return cell.parentElement.dataset.r; }
  headOf(cell) { return this.heads[cell.cellIndex]; }
  columnOf(cell) { return this.headOf(cell)?.dataset.c; }
  nameOf(cell) { return `${cell.parentElement.dataset.t}, ${this.headOf(cell)?.dataset.t ?? ""}`; }
  at(row, column) {
    const rows = this.rows, tr = rows[Math.max(0, Math.min(row, rows.length - 1))];
    return tr?.cells[Math.max(0, Math.min(column, tr.cells.length - 1))];
  }
  placeOf(cell) { return [this.rows.indexOf(cell.parentElement), cell.cellIndex]; }
  say(text) { if (text) { this.root.querySelector("[data-say]").textContent = text; } }

  focusOn(selector) {
    const target = this.root.querySelector(selector);
    target?.focus();
    target?.scrollIntoView({ block: "nearest" });
  }
  forget(row, column) { this.editor.forgetName(JSON.stringify([row, column])); }
  focusActive() { (this.picked ?? this.root.querySelector("[data-do]"))?.focus(); }

  // One cell can be tabbed to. Rows come and go under us: the focus stays in the row, or where the row was.
  settle() {
    this.editor.place();
    if (this.active?.isConnected) {
      if (this.held && document.activeElement === document.body) { this.active.focus({ preventScroll: true }); }
      this.place = this.placeOf(this.active);
      return;
    }
    const lost = this.active, cell = this.at(...(this.place ?? [0, 0]));
    this.active = null;
    if (cell) {
      cell.tabIndex = 0;
      this.active = cell;
      if (lost && this.held && document.activeElement === document.body) { cell.focus(); }
    }
  }

  onFocus(event) {
    const cell = this.cellAt(event);
    this.held = !!cell && event.target === cell;
    this.isEntered ||= !!cell;
    if (!cell || cell === this.active) { return; }
    if (this.active) { this.active.tabIndex = -1; }
    cell.tabIndex = 0;
    this.active = cell;
    this.place = this.placeOf(cell);
  }

  go(cell, extend = false) {
    if (!cell) { return; }
    if (extend) { this.anchor ??= this.active; } else { this.clear(); }
    cell.focus();
    if (extend) { this.choose(this.anchor, cell); }
  }

  clear() { this.mark([]); this.anchor = null; }
  choose(from, to) { this.mark(block(this.rows, from, to)); }
  mark(cells) {
    for (const cell of this.chosen) { cell.removeAttribute("aria-selected"); }
    this.chosen = cells;
    for (const cell of cells) { cell.setAttribute("aria-selected", "true"); }
  }
  // A cell that can be tabbed to is not chosen before somebody was in it.
  get picked() { return this.isEntered ? this.active : null; }
  get cells() { return (this.chosen.length > 0 ? this.chosen : [this.picked]).filter(cell => cell?.isConnected); }
  get keys() { return [...new Set(this.cells.map(c => this.rowOf(c)))]; }

  // Keys
  onKey(event) {
    const cell = this.cellAt(event);
    if (!cell || event.isComposing) { return; }
    if (event.target !== cell) { return this.onInnerKey(event, cell); }
    const done = this.move(event, cell) || this.act(event, cell);
    if (done) { event.preventDefault(); }
  }

  move(event, cell) {
    const rows = this.rows, row = rows.indexOf(cell.parentElement), column = cell.cellIndex;
    const last = [rows.length - 1, cell.parentElement.cells.length - 1], far = event.ctrlKey || event.metaKey;
    if (event.altKey) {
      return ["ArrowUp", "ArrowDown"].includes(event.key) && this.do(event.key === "ArrowUp" ? "up" : "down");
    }
    const to = {
      ArrowUp: [far ? 0 : row - 1, column], ArrowDown: [far ? last[0] : row + 1, column],
      ArrowLeft: [row, far ? 0 : column - 1], ArrowRight: [row, far ? last[1] : column + 1],
      Home: [far ? 0 : row, 0], End: [far ? last[0] : row, last[1]],
      PageUp: [row - page, column], PageDown: [row + page, column],
    }[event.key];
    if (to) { this.go(this.at(...to), event.shiftKey); return true; }
    return event.key === "Tab" && this.tab(row, column, last, event.shiftKey);
  }

  // Past the last cell, and before the first, Tab goes on in the page.
  tab(row, column, last, back) {
    const to = back ? (column > 0 ? [row, column - 1] : [row - 1, last[1]])
      : (column < last[1] ? [row, column + 1] : [row + 1, 0]);
    if (to[0] < 0 || to[0] > last[0]) { return false; }
    this.go(this.at(...to));
    return true;
  }

  tabFrom(cell, back) {
    const rows = this.rows;
    this.tab(rows.indexOf(cell.parentElement), cell.cellIndex, [rows.length - 1, this.heads.length - 1], back);
  }

  step(cell, down) { this.go(this.at(this.rows.indexOf(cell.parentElement) + down, cell.cellIndex)); }

  act(event, cell) {
    const key = event.key, with_ = event.ctrlKey || event.metaKey;
    if (with_) {
      if (key.toLowerCase() === "z" && !event.shiftKey) { return this.do("undo"); }
      if (key.toLowerCase() !== "a") { return false; }
      this.choose(this.at(0, 0), this.at(Infinity, Infinity));
      return true;
    }
    if (key === "Enter" || key === "F2") { this.open(cell); return true; }
    if (key === "Escape") { return this.escape(cell); }
    if (key === "Delete" || key === "Backspace") { this.blank(); return true; }
    if (key === " " && this.headOf(cell)?.dataset.k === "flag") { this.toggle(cell); return true; }
    // The editor gets the letter, unless it holds on to a text that is too long.
    return key.length === 1 && !event.altKey && !this.editor.begin(cell, "") && this.editor.isTooLong;
  }

  onInnerKey(event, cell) {
    const choices = [...cell.querySelectorAll("[data-choice]")], at = choices.indexOf(event.target);
    const by = { ArrowRight: 1, ArrowLeft: -1, Tab: event.shiftKey ? -1 : 1 }[event.key];
    if (event.key === "Escape") { event.preventDefault(); cell.focus(); }
    else if (at >= 0 && by) { event.preventDefault(); choices.at((at + by) % choices.length).focus(); }
  }

  escape(cell) {
    if (cell.dataset.failed !== undefined) {
      for (const name of ["failed", "m", "sent"]) { delete cell.dataset[name]; }
      this.editor.forget(cell);
    }
    else if (cell.dataset.m !== undefined) { this.settleOn(cell, "take"); }
    else if (this.chosen.length > 0) { this.clear(); }
    else { this.root.querySelector("[data-do]")?.focus(); }
    return true;
  }

  // Of two values that stand against each other, or of one that was refused.
  async settleOn(cell, choice) {
    const place = [this.rowOf(cell), this.columnOf(cell)]; // the cell may be gone afterwards
    const said = await this.call("Choose", () => [...place, choice]);
    this.say(said?.say);
    this.editor.answered(JSON.stringify(place), said);
  }

  open(cell) {
    const choice = cell.querySelector("button[data-choice]");
    if (choice) { choice.focus(); return; }
    if (cell.querySelector(".why-of")) { this.call("Explain", () => [this.rowOf(cell), this.columnOf(cell)]); return; }
    this.editor.begin(cell);
  }

  blank() {
    const cells = this.cells.filter(c => !this.isFixed(c) && (c.dataset.v ?? "") !== "");
    if (cells.length === 1) { this.save(cells[0], "", cells[0].dataset.v); }
    else if (cells.length > 1) {
      const all = cells.map(c => [this.rowOf(c), this.columnOf(c), c.dataset.v]);
      this.answered(this.call("BlankAsync", () => [stream(all)]));
    }
  }

  toggle(cell) {
    if (!this.isFixed(cell)) { this.save(cell, cell.dataset.v === "true" ? "no" : "yes", cell.dataset.v ?? ""); }
  }

  isFixed(cell) { return cell.getAttribute("aria-readonly") === "true"; }

  // Shown at once over what the table says, until the component has drawn what became of it.
  async save(cell, text, from) {
    const row = this.rowOf(cell), column = this.columnOf(cell);
    cell.dataset.sent = text === "" ? " " : text;
    if (cell.dataset.failed !== undefined) {
      delete cell.dataset.failed;
      delete cell.dataset.m;
      cell.removeAttribute("aria-invalid");
    }
    const asked = this.ask("SaveAsync", () => [row, column, from, text]);
    this.saving.add(asked);
    try {
      const said = await asked;
      this.editor.answered(JSON.stringify([row, column]), said);
      this.say(said.say);
      if (cell.dataset.sent?.trim() === text.trim()) { delete cell.dataset.sent; }
    } catch (problem) {
      if (this.off.signal.aborted) { return; }
      console.warn(problem);
      Object.assign(cell.dataset, { failed: "", m: text });
      cell.setAttribute("aria-invalid", "true");
      this.say(`${this.nameOf(cell)} is not saved: the portal failed. What you typed stands in the cell; open it and `
        + "press Enter to try again.");
    } finally { this.saving.delete(asked); }
  }

  ask(method, values) {
    return ask(this.component, method, values,
      () => this.say("Connection lost. What you typed is kept here and sent when the portal is back."));
  }

  // Of what is not typed text nothing is lost: it is said that it failed, and can be done again.
  async call(method, values) {
    try { return await this.ask(method, values); } catch (problem) {
      if (this.off.signal.aborted) { return null; }
      console.warn(problem);
      this.say("The portal failed. Nothing you typed is lost; try again in a moment.");
      return null;
    }
  }

  // Each has a name of its own: asked again after a lost connection, it is not done again.
  do(action) {
    // Where there are pages, these may turn to another one.
    if (this.pages && this.unsaved && ["add-last", "add-after", "up", "down"].includes(action)) {
      this.turn(() => this.do(action));
      return true;
    }
    const name = `${Date.now()}-${this.asked = (this.asked ?? 0) + 1}`, rows = this.keys;
    const ofRows = ["up", "down", "archive"].includes(action), row = rows.at(action === "paste" ? 0 : -1) ?? null;
    const column = this.picked ? this.columnOf(this.picked) : null;
    this.answered(ofRows ? this.call("RowsAsync", () => [name, action, stream(rows)])
      : this.call("DoAsync", () => [name, action, row, column]), ["up", "down"].includes(action));
    return true;
  }

  async answered(asked, staysHere = false) {
    const said = await asked;
    this.say(said?.say);
    const row = said?.row && this.rows.find(tr => tr.dataset.r === said.row);
    if (row) { this.go(row.cells[0]); }
    else if (said?.focus) { this.focusOn(said.focus); }
    else if (this.active && staysHere) { this.active.focus(); }
  }

  // Mouse and touch
  onDown(event) {
    const cell = this.cellAt(event);
    if (!cell || event.button !== 0 || event.target.closest("a, button, textarea")) { return; }
    this.wasActive = cell === this.active && this.chosen.length === 0;
    if (event.shiftKey) { event.preventDefault(); this.go(cell, true); return; }
    this.go(cell);
    this.dragged = event.pointerType === "mouse" ? cell : null;
    if (this.dragged) { event.preventDefault(); }
  }

  onOver(event) {
    if (!(event.buttons & 1)) { this.dragged = null; }
    const cell = this.dragged && this.cellAt(event);
    if (cell && cell !== this.active) { this.anchor ??= this.dragged; this.go(cell, true); }
  }

  // Rows on other pages are not here. What stands only here has to be saved before its row leaves the page.
  get pages() { return this.root.querySelector("nav.pages"); }
  get unsaved() { return this.editor.isTooLong ? this.editor.cell : this.root.querySelector("[data-sent], [data-failed]"); }

  async turn(does) {
    await Promise.allSettled(this.saving);
    const cell = this.unsaved;
    if (!cell) { does(); return; }
    this.say(`${this.nameOf(cell)} is not saved. Save it, or give it up with Escape, before you turn the page.`);
    this.open(cell);
  }

  onClick(event) {
    const page = event.target.closest("nav.pages a");
    if (page) {
      if (this.unsaved) { event.preventDefault(); this.turn(() => page.click()); }
      else { this.root.querySelector(".scroll").scrollTop = 0; }
      return;
    }
    const on = event.target.closest("[data-do]");
    if (on) { this.press(on.dataset.do); return; }
    const cell = this.cellAt(event), choice = event.target.closest("[data-choice]");
    if (!cell) { return; }
    if (event.target.closest("[data-drop]")) {
      cell.focus();
      this.escape(cell);
    }
    else if (choice) {
      cell.focus();
      this.settleOn(cell, choice.dataset.choice);
    }
    else if (event.target.closest(".why-of")) { this.open(cell); }
    else if (event.pointerType === "touch" && this.wasActive) { this.editor.begin(cell); }
  }

  press(what) {
    if (what === "edit") { if (this.active) { this.go(this.active); this.open(this.active); } }
    else if (what === "copy") { this.active?.focus(); document.execCommand("copy"); }
    else { this.do(what); }
  }
}
