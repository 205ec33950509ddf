// Cells of a grid to the clipboard and from it, as spreadsheets exchange them.
import { tsv } from "./block.js";
import { stream, whyTooLarge } from "./line.js";

export class Clipboard {
  constructor(grid) { this.grid = grid; }

  get isHere() { return this.grid.active && this.grid.active === document.activeElement; }

  onCopy(event) {
    const { grid } = this;
    if (!this.isHere || !event.clipboardData) { return; }
    event.clipboardData.setData("text/plain", tsv(grid.cells));
    event.preventDefault();
    grid.say(grid.cells.length === 1 ? "Copied." : `${grid.cells.length} cells copied.`);
  }

  async onPaste(event) {
    const { grid } = this, text = this.isHere && event.clipboardData?.getData("text/plain");
    if (!text) { return; }
    event.preventDefault();
    const start = grid.cells[0], [row, column] = [grid.rowOf(start), grid.columnOf(start)];
    const whyNot = whyTooLarge(text, Number(grid.root.dataset.largest));
    if (whyNot) { grid.say(whyNot); } else { await grid.call("PasteAsync", () => [row, column, stream(text)]); }
  }
}
