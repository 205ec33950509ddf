// A box for a block: its text stays here, is kept with what else was typed and not saved, and is handed over when it is
// asked for.
import { ask, whyTooLarge } from "./line.js";

const pause = 250;

export const attach = (root, component) => new Box(root, component);

class Box {
  constructor(root, component) {
    Object.assign(this, { root, component, input: root.querySelector("textarea"), off: new AbortController() });
    this.input.addEventListener("input", event => this.typed(event.inputType?.startsWith("insertFromPaste")),
      { signal: this.off.signal });
    this.restore();
  }

  dispose() { this.off.abort(); clearTimeout(this.waiting); }

  get whyNot() { return whyTooLarge(this.input.value, Number(this.root.dataset.largest)); }
  get isFit() { return this.input.value.trim() !== "" && !this.whyNot; }

  typed(atOnce) {
    this.root.querySelector("[data-box-back]").hidden = true;
    this.say(this.whyNot);
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.tell(), atOnce ? 0 : pause);
  }

  // One after the other: the last text is the one that counts.
  async tell() {
    if (this.telling) { this.again = true; return; }
    this.telling = true;
    do {
      this.again = false;
      await ask(this.component, "ChangedAsync", () => [this.isFit]).catch(failed => this.failed(failed));
    } while (this.again);
    this.telling = false;
  }

  failed(problem) {
    this.say("The portal could not read this block. It is kept here; change it or try again in a moment.");
    console.warn(problem);
  }

  say(problem) {
    const said = this.root.querySelector("[data-box-problem]");
    said.textContent = problem ?? "";
    said.hidden = !problem;
  }

  text() { return this.isFit ? new Blob([this.input.value]) : null; }

  clear() {
    this.input.value = "";
    window.portalDrafts?.clear(this.root.dataset.draft);
  }

  // What was pasted before the script was there counts; then what was kept before the page was loaded.
  async restore() {
    if (this.input.value !== "") { this.typed(true); return; }
    const kept = JSON.parse(await window.portalDrafts?.read(this.root.dataset.draft).text() ?? "null");
    const text = kept?.fields?.block?.[1];
    if (!text || this.input.value !== "") { return; }
    this.input.value = text;
    this.typed(true);
    this.root.querySelector("[data-box-back]").hidden = false;
  }
}
