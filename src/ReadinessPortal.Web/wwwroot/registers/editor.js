// The one editor of a grid: laid over the cell that is edited, and away when the cell is left.
import { isLost } from "./line.js";

const checkAfter = 150, counted = 0.9, number = new Intl.NumberFormat("en-US");

export class Editor {
  constructor(grid, box) {
    Object.assign(this, { grid, box, cell: null, input: box.querySelector("textarea"), hint: box.querySelector(".hint") });
    const on = (type, does) => this.input.addEventListener(type, does, { signal: grid.off.signal });
    on("input", () => this.onInput());
    on("keydown", event => this.onKey(event));
    // Leaving the window is not leaving the cell.
    on("focusout", () => { if (document.hasFocus()) { this.commit(true); } });
    grid.root.addEventListener("click", event => this.onGiveUp(event.target.closest("[data-give-up]")), { signal: grid.off.signal });
  }

  /** Begins with the cell's own text, or with another. */
  begin(cell, text) {
    const { grid, box, input } = this;
    if (grid.isFixed(cell)) { grid.say(cell.dataset.why ?? ""); return false; }
    if (this.isTooLong) {
      grid.say(`Shorten the text in ${grid.nameOf(this.cell)} first, or give it up with Escape.`);
      input.focus();
      return false;
    }
    this.commit();
    grid.clear();
    this.start = cell.dataset.m ?? cell.dataset.v ?? "";
    this.from = cell.dataset.v ?? "";
    this.cell = cell;
    this.place();
    input.value = text ?? this.start;
    input.setAttribute("aria-label", grid.nameOf(cell));
    this.tell(null);
    box.hidden = false;
    input.focus();
    this.grow();
    grid.call("Editing", () => [grid.rowOf(cell)]);
    return true;
  }

  /** Lies over its cell, wherever that is by now. */
  place() {
    if (!this.cell) { return; }
    const sheet = this.box.parentElement.getBoundingClientRect(), at = this.cell.getBoundingClientRect();
    Object.assign(this.box.style, {
      left: `${at.left - sheet.left}px`, top: `${at.top - sheet.top}px`, width: `${Math.max(at.width, 130)}px`,
      height: `${at.height}px`,
    });
  }

  onInput() {
    this.grow();
    this.keep();
    clearTimeout(this.checking);
    const counted = this.count();
    if (counted) { this.tell(counted); }
    if (!this.isTooLong) { this.checking = setTimeout(() => this.check(), checkAfter); }
  }

  // A text that is too long stays here: nothing of it is cut, and none of it is sent.
  get limit() { return Number(this.box.dataset.limit); }
  get isTooLong() { return !!this.cell && this.input.value.trim().length > this.limit; }
  count() {
    const length = this.input.value.trim().length, over = length - this.limit;
    const says = `${number.format(length)} of ${number.format(this.limit)} characters`;
    return over > 0 ? { problem: `${says}: ${number.format(over)} too many. It is saved when it is shorter.` }
      : length > counted * this.limit ? { note: says } : null;
  }

  async check() {
    const { cell, grid, input: { value } } = this;
    if (!cell || this.isTooLong || isLost()) { return; }
    // Only a hint: what becomes of the text is said when it is saved.
    const values = [grid.rowOf(cell), grid.columnOf(cell), this.from, value];
    const said = await grid.ask("Check", () => values).catch(() => null);
    if (this.cell !== cell || this.input.value !== value) { return; }
    this.tell(said?.problem || said?.note ? said : this.count());
  }

  tell(said) {
    this.hint.textContent = said?.problem ?? said?.note ?? "";
    this.hint.hidden = this.hint.textContent === "";
    this.hint.classList.toggle("no", !!said?.problem);
    this.input.setAttribute("aria-invalid", said?.problem ? "true" : "false");
  }

  grow() {
    const { input } = this;
    input.style.height = "100%";
    if (input.scrollHeight > input.clientHeight) { input.style.height = `${input.scrollHeight + 4}px`; }
  }

  onKey(event) {
    const { key } = event, { input, grid } = this;
    if (event.isComposing) { return; }
    if (key === "Enter" && (event.altKey || event.ctrlKey)) {
      event.preventDefault();
      input.setRangeText("\n", input.selectionStart, input.selectionEnd, "end");
      this.onInput();
    } else if (key === "Escape") {
      event.preventDefault();
      this.close();
    } else if (key === "Enter" || key === "Tab") {
      event.preventDefault();
      const cell = this.commit();
      if (!cell) { return; }
      if (key === "Tab") { grid.tabFrom(cell, event.shiftKey); } else { grid.step(cell, event.shiftKey ? -1 : 1); }
    }
  }

  /** Gives up what was typed. While the focus moves elsewhere by itself, it is left alone. */
  close(isLeaving = false) {
    const { cell } = this;
    if (cell?.dataset.m === undefined) { this.forget(cell); }
    else { this.keepText(this.nameOf(cell), this.from, cell.dataset.m); } // what was refused before stands in its cell
    this.hide(isLeaving);
    this.grid.call("Editing", () => [null]);
    return cell;
  }

  hide(isLeaving) {
    const { cell } = this;
    this.cell = null;
    clearTimeout(this.checking);
    if (cell && !isLeaving) { cell.focus(); }
    this.box.hidden = true;
    return cell;
  }

  commit(isLeaving = false) {
    if (!this.cell || this.isTooLong) { return null; }
    const { from, start, input: { value } } = this;
    // What failed, or may not have arrived, is sent again as it stands.
    const isOpen = this.cell.dataset.failed !== undefined || this.cell.dataset.again !== undefined;
    if (value.trim() === start.trim() && !isOpen) { return this.close(isLeaving); }
    const cell = this.hide(isLeaving);
    // A row that is archived meanwhile has to be there until it is known what became of the cell.
    this.grid.save(cell, value, from).then(() => this.cell || this.grid.call("Editing", () => [null]));
    return cell;
  }

  // What is typed and not saved outlives the page: in this browser, under the person's name, as other unsaved text is.
  keep() { this.keepText(this.nameOf(this.cell), this.from, this.input.value); }
  keepText(name, from, text) {
    const kept = this.kept;
    kept.fields[name] = [from, text];
    this.store({ ...kept, at: Date.now(), last: name });
  }

  /** What the portal has is not kept any longer, unless it is being typed again and kept anew. */
  answered(name, said) {
    const isTyped = this.cell && this.nameOf(this.cell) === name;
    if (said && !said.isUnsaved && !isTyped) { this.forgetName(name); }
  }

  forget(cell) { if (cell) { this.forgetName(this.nameOf(cell)); } }
  forgetName(name) {
    const kept = this.kept;
    if (!(name in kept.fields)) { return; }
    delete kept.fields[name];
    this.store(kept);
  }

  // What was typed into a column that is archived has no cell any more.
  async onGiveUp(button) {
    if (!button) { return; }
    const { row, column } = button.dataset;
    this.answered(JSON.stringify([row, column]), await this.grid.call("Choose", () => [row, column, "take"]));
    this.grid.focusActive();
  }

  nameOf(cell) { return JSON.stringify([this.grid.rowOf(cell), this.grid.columnOf(cell)]); }
  get key() { return `draft:${this.grid.root.dataset.cells}`; }
  get kept() {
    const none = { fields: {} };
    try {
      const kept = JSON.parse(localStorage.getItem(this.key)) ?? none;
      Object.keys(kept.fields).forEach(name => JSON.parse(name));
      return kept;
    } catch { return none; } // refused, or not as it is kept here
  }
  store(kept) {
    try {
      if (Object.keys(kept.fields).length === 0) { localStorage.removeItem(this.key); }
      else { localStorage.setItem(this.key, JSON.stringify(kept)); }
    } catch { /* refused or full: the page still has it */ }
  }

  /** Goes on where the page was left with something typed: what was refused, or did not arrive, is sent again. */
  async restore() {
    const { grid, kept: { fields, last } } = this;
    for (const [name, [from, text]] of Object.entries(fields)) {
      const [row, column] = JSON.parse(name);
      if (row.startsWith("~")) { await grid.call("DoAsync", () => [`${row} is back`, "again", row, null]); }
      if (name === last && await this.goOn(row, column, from, text)) { continue; }
      if (text.trim().length > this.limit) { // not sent, and kept until there is a cell to shorten it in
        grid.say(`A text that is too long was typed in ${row}, ${column}, and is kept in this browser: ${text.slice(0, 80)}…`);
        continue;
      }
      this.answered(name, await grid.call("SaveAsync", () => [row, column, from, text]));
    }
  }

  // The cell that was left last is opened again, if it still is there.
  async goOn(row, column, from, text) {
    const { grid } = this;
    await grid.call("DoAsync", () => [`${row} is shown`, "show", row, null]);
    const tr = grid.rows.find(one => one.dataset.r === row);
    const cell = tr?.cells[grid.heads.findIndex(head => head.dataset.c === column)];
    if (!cell || !this.begin(cell, text)) { return false; }
    this.from = from;
    this.check();
    grid.say("What you typed here is back: Enter saves it, Escape gives it up.");
    return true;
  }
}
