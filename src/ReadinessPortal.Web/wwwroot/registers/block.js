// Blocks of cells: which lie between two, and their text as spreadsheets exchange it.
export function block(rows, from, to) {
  const [top, bottom] = [rows.indexOf(from.parentElement), rows.indexOf(to.parentElement)].sort((a, b) => a - b);
  const [left, right] = [from.cellIndex, to.cellIndex].sort((a, b) => a - b);
  return rows.slice(top, bottom + 1).flatMap(row => [...row.cells].slice(left, right + 1));
}

// What a spreadsheet would run gets an apostrophe, as in the file: a number that is one stays a number.
const runs = /^'*[=+\-@\t\r\n＝＋－＠]/;
const number = /^[+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;
const defused = text => runs.test(text) && !number.test(text) ? `'${text}` : text;
const quoted = text => /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

export function tsv(cells) {
  const rows = Map.groupBy(cells, cell => cell.parentElement);
  return [...rows.values()].map(row => row.map(cell => quoted(defused(cell.dataset.v ?? ""))).join("\t")).join("\r\n");
}
