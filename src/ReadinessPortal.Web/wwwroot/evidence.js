// Attaching evidence: what is dropped on a subject, pasted or picked goes into a tray that the server draws, and from
// there over plain HTTP, file by file. The tray stands outside of Blazor's part of the page: uploads go on while one
// moves between pages, and when the circuit is lost.
import { Upload, visible } from "./upload.js";

const AtOnce = 3;

// A row of a register has its zone beside the table.
const rowZone = row => row?.id ? document.querySelector(`[data-attach-zone][data-attach-row="${CSS.escape(row.id)}"]`) : null;
const zoneOf = element => element?.closest?.("[data-attach-zone]") ?? rowZone(element?.closest?.("tr"));
const linkOf = zone => zone?.querySelector("a[data-attach]") ?? null;
// What is dropped beside everything that takes files goes to the launch, which finds what the files answer.
const pageZone = () => document.querySelector("[data-attach-page]") ?? document.querySelector("[data-attach-launch]");

let tray = null;
let trays = 0;

class Tray {
  uploads = [];
  kept = []; // names of files that something was typed for
  numbered = 0;

  constructor() {
    this.number = ++trays;
    this.dialog = document.createElement("dialog");
    this.dialog.className = "card attach-tray";
    this.dialog.addEventListener("close", () => this.closed());
    this.badge = document.createElement("div");
    this.badge.className = "attach-badge";
    this.badge.hidden = true;
    this.badge.innerHTML = `<span role="status"></span><button type="button" class="btn second small">Show</button>`;
    this.badge.querySelector("button").addEventListener("click", () => this.show());
    document.body.append(this.dialog, this.badge);
  }

  get isSending() { return this.uploads.some(u => u.isUnderWay); }

  get isUnasked() { return this.uploads.some(u => u.isUnasked); }

  // The address says the launch and what the files are to stand behind.
  async open(href, files) {
    const asked = new URL(href);
    const answer = await fetch(`${asked.pathname}/tray${asked.search}`).catch(() => null);
    if (!answer?.ok || answer.redirected) {
      location.assign(href); // the plain form says what is the matter
      return;
    }
    this.fill(await answer.text());
    this.giveBack();
    this.show();
    this.add(files);
  }

  fill(html) {
    this.uploads = [];
    this.kept = [];
    this.dialog.innerHTML = html;
    this.form = this.dialog.querySelector("form");
    this.template = this.form.querySelector("template[data-file]");
    const heading = this.form.querySelector("h2");
    heading.id = `tray-title-${this.number}`;
    this.dialog.setAttribute("aria-labelledby", heading.id);
    this.form.setAttribute("aria-labelledby", heading.id);
    const one = selector => this.form.querySelector(selector);
    one("[data-close]").addEventListener("click", () => this.dialog.close());
    one("[data-pick]").addEventListener("click", () => one("[data-input]").click());
    one("[data-input]").addEventListener("change", event => {
      this.add([...event.target.files]);
      event.target.value = "";
    });
    one("[data-find]").addEventListener("input", event => this.find(event.target.value));
    one("[data-all-class]").append(
      ...[...this.template.content.querySelectorAll("[name=class] option")].map(o => o.cloneNode(true)));
    one("[data-all-class]").addEventListener("change", e => this.forAll("class", e.target.value));
    one("[data-all-captured]").addEventListener("change", e => this.forAll("capturedOn", e.target.value));
    this.form.addEventListener("change", () => this.refresh());
    this.form.addEventListener("click", event => this.choose(event.target.closest("[data-choose]")?.dataset.choose));
    this.form.addEventListener("submit", event => {
      event.preventDefault();
      this.send();
    });
    this.refresh();
  }

  // What was chosen and typed before, for files that have to be chosen again.
  giveBack() {
    const { draft } = this.form.dataset, files = `${draft}%20`;
    this.kept = window.portalDrafts.keys(files).map(key => decodeURIComponent(key.slice(files.length)));
    window.portalDrafts.give(this.form);
    this.refresh();
  }

  show() {
    this.badge.hidden = true;
    if (!this.dialog.open) {
      this.dialog.showModal();
      this.form.querySelector("h2").focus();
    }
  }

  add(all) {
    // What takes the place of one file is one file.
    const isForOne = !this.form.querySelector("[data-input]").multiple;
    const files = isForOne ? [...all].slice(0, this.uploads.some(u => u.isOpen || u.isUnderWay) ? 0 : 1) : all;
    for (const file of files) {
      const row = window.portalRows.number(this.template.content.firstElementChild.cloneNode(true), this.numbered++);
      this.form.querySelector("[data-files]").append(row);
      this.uploads.push(new Upload(this, file, row));
    }
    this.refresh();
    if (files.length < all.length) { this.say("Only one file can be attached here. The others were left out."); }
    const first = this.uploads.find(u => u.isOpen);
    if (files.length > 0 && first) { first.focus(); }
  }

  forAll(name, value) {
    if (!value) { return; }
    for (const upload of this.uploads.filter(u => u.isOpen)) { upload.set(name, value); }
  }

  find(text) {
    const wanted = text.trim().toLowerCase();
    for (const subject of this.form.querySelectorAll(".subject")) {
      subject.hidden = wanted !== "" && !subject.textContent.toLowerCase().includes(wanted)
        && !subject.querySelector("input").checked;
    }
  }

  // What a file was tried on becomes what it supports.
  choose(subject) {
    const box = this.boxes().find(b => b.value === subject);
    if (!box) { return; }
    box.checked = true;
    this.form.querySelector("[data-behind]").open = false;
    this.refresh();
    this.form.querySelector("[data-send]").focus();
  }

  boxes() { return [...this.form.querySelectorAll("[name=supports]")]; }

  chosen() { return this.boxes().filter(b => b.checked).map(b => b.value); }

  refresh() {
    const missing = this.kept.filter(name => !this.uploads.some(u => u.file.name === name));
    this.form.querySelector("[data-kept-names]").textContent = missing.map(visible).join(", ");
    this.form.querySelector("[data-kept]").hidden = missing.length === 0;
    const titles = this.boxes().filter(b => b.checked).map(b => b.parentElement.textContent.trim());
    this.form.querySelector("[data-chosen]").textContent =
      titles.length === 0 ? "nothing chosen yet"
      : titles.length > 3 ? `${titles.slice(0, 3).join(", ")} and ${titles.length - 3} more` : titles.join(", ");
    const open = this.uploads.filter(u => u.isOpen);
    for (const upload of open) { upload.rehearsal.ask(); }
    this.form.querySelector("[data-all]").hidden = open.length < 2;
    const send = this.form.querySelector("[data-send]");
    const isPlaced = open.every(u => titles.length > 0 || u.value("cited") !== "");
    send.hidden = this.uploads.length > 0 && open.length === 0;
    send.disabled = open.length === 0 || !isPlaced;
    send.textContent = open.length > 1 ? `Attach ${open.length} files` : "Attach";
    this.form.querySelector("[data-close]").textContent =
      this.uploads.length > 0 && open.length === 0 && !this.isSending ? "Done" : "Close";
    this.say(open.length > 0 && !isPlaced ? "Choose what the files support." : this.summary());
  }

  summary() {
    const done = this.uploads.filter(u => u.state === "done").length;
    const running = this.uploads.filter(u => u.isUnderWay).length;
    const refused = this.uploads.filter(u => u.problem).length;
    return [
      running > 0 ? `Attaching ${running} of ${this.uploads.length}` : "",
      done > 0 ? `${done} attached` : "",
      refused > 0 ? `${refused} not attached` : "",
      this.isUnasked ? "a value is not saved" : "",
    ].filter(Boolean).join(", ");
  }

  say(text) {
    for (const place of [this.form.querySelector("[data-status]"), this.badge.querySelector("span")]) {
      if (place.textContent !== text) { place.textContent = text; }
    }
  }

  send() {
    for (const upload of this.uploads.filter(u => u.isOpen)) { upload.queue(this.chosen()); }
    this.next();
  }

  next() {
    while (this.uploads.filter(u => u.state === "sending").length < AtOnce) {
      const waiting = this.uploads.find(u => u.state === "waiting");
      if (!waiting) { break; }
      waiting.start();
    }
    this.refresh();
    if (!this.isSending) {
      if (!this.uploads.some(u => u.isOpen)) { window.portalDrafts.clear(this.form.dataset.draft); }
      if (this.dialog.open && !this.uploads.some(u => u.isOpen)) { this.form.querySelector("[data-close]").focus(); }
      if (!this.uploads.some(u => u.problem) && !this.isUnasked) { setTimeout(() => { this.badge.hidden = true; }, 4000); }
    }
  }

  // What was not sent yet is given up with the dialog; what is under way goes on, and a value that is not saved waits.
  closed() {
    for (const upload of this.uploads.filter(u => u.isOpen)) { upload.remove(); }
    this.badge.hidden = !this.isSending && !this.isUnasked;
  }
}

// A tray that still sends, or holds a value that is not saved, is left to it.
const openTray = (href, files = []) => {
  if (!tray || tray.isSending || tray.isUnasked) { tray = new Tray(); }
  return tray.open(href, files);
};

// What the browser knows of files that are dragged or pasted; folders are not files.
async function filesIn(transfer) {
  const items = [...transfer.items].filter(i => i.kind === "file");
  return items.filter(i => !i.webkitGetAsEntry?.()?.isDirectory).map(i => i.getAsFile()).filter(Boolean);
}

const target = element => {
  if (tray?.dialog.open) { return tray.dialog; }
  return zoneOf(element) ?? pageZone();
};

let over = null;
const mark = place => {
  if (over !== place) {
    over?.classList.remove("drop-over");
    place?.classList.add("drop-over");
    over = place;
  }
};

document.addEventListener("click", event => {
  const link = event.target.closest?.("a[data-attach]");
  if (link && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    event.stopPropagation();
    openTray(link.href);
  }
}, true);

document.addEventListener("dragover", event => {
  if (!event.dataTransfer?.types.includes("Files")) { return; }
  const zone = target(event.target);
  mark(zone?.dataset.attachRow ? event.target.closest("tr") ?? zone
    : zone?.dataset.attachLaunch !== undefined ? document.querySelector("main") : zone);
  if (zone) {
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
  }
});
document.addEventListener("dragleave", event => { if (!event.relatedTarget) { mark(null); } });
document.addEventListener("drop", async event => {
  const zone = event.dataTransfer?.types.includes("Files") ? target(event.target) : null;
  mark(null);
  if (!zone) { return; }
  event.preventDefault();
  const files = await filesIn(event.dataTransfer);
  zone === tray?.dialog ? tray.add(files) : openTray(linkOf(zone).href, files);
});

let pointed = null;
document.addEventListener("pointerover", event => { pointed = event.target; });
document.addEventListener("paste", async event => {
  const data = event.clipboardData;
  if (!data || data.types.includes("text/plain") || ![...data.items].some(i => i.kind === "file")) { return; }
  const focused = zoneOf(document.activeElement);
  const zone = tray?.dialog.open ? tray.dialog : focused ?? zoneOf(pointed) ?? pageZone();
  if (!zone) { return; }
  event.preventDefault();
  const files = (await filesIn(data)).map(f => Upload.fromClipboard(f));
  zone === tray?.dialog ? tray.add(files) : openTray(linkOf(zone).href, files);
});

addEventListener("beforeunload", event => {
  if (document.querySelector("[data-tray] :is([data-unasked], [data-sending]:not([hidden]))")) { event.preventDefault(); }
});
