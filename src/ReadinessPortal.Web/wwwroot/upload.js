// One file on its way: what is asked about it, whether the launch holds its bytes already, and its request. Each has a
// name of its own, under which it is attached once, however often it is sent, and the portal can be asked for it.
import { Rehearsal } from "./rehearsal.js";

const HashedBytes = 64 * 1024 * 1024;
const token = "__RequestVerificationToken";
const pause = milliseconds => new Promise(go => setTimeout(go, milliseconds));

function sizeOf(bytes) {
  const units = ["B", "KB", "MB", "GB"];
  let unit = 0;
  for (; bytes >= 999.95 && unit < units.length - 1; unit++) { bytes /= 1000; }
  return `${Math.round(bytes * 10) / 10} ${units[unit]}`;
}

// As the server shows names: what turns the reading direction or hides is written out.
export const visible = text => text.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
  c => c < " " ? String.fromCharCode(0x2400 + c.charCodeAt(0)) : c === "\u007f" ? "\u2421"
    : `\u27e8U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}\u27e9`);

const hex = buffer => [...new Uint8Array(buffer)].map(b => b.toString(16).padStart(2, "0")).join("");
// Random in any context: randomUUID is there in a secure one alone.
const newId = () => crypto.randomUUID?.() ?? hex(crypto.getRandomValues(new Uint8Array(16)).buffer);

export class Upload {
  state = "open"; // open, waiting, sending, keeping, later, asking, done, cancelled, refused
  problem = null;
  known = null;

  constructor(tray, file, row) {
    Object.assign(this, { tray, file, row });
    this.one = selector => row.querySelector(selector);
    this.name = visible(file.name);
    this.one("[data-name]").textContent = this.name;
    this.one("[data-size]").textContent = sizeOf(file.size);
    this.one("progress").setAttribute("aria-label", `${this.name}, sent`);
    for (const selector of ["[data-remove]", "[data-cancel]"]) {
      this.one(selector).setAttribute("aria-label", `${this.one(selector).textContent} ${this.name}`);
    }
    if (!file.isPasted) { this.field("title").defaultValue = this.name; }
    this.chooseCited();
    row.dataset.draft = `${tray.form.dataset.draft}%20${encodeURIComponent(file.name)}`;
    window.portalDrafts.give(row);
    this.rehearsal = new Rehearsal(this);
    this.one("[data-remove]").addEventListener("click", () => {
      this.forget();
      this.remove();
      this.tray.refresh();
    });
    this.one("[data-cancel]").addEventListener("click", () => this.cancel());
    for (const name of ["class", "capturedOn", "release"]) {
      this.field(name).addEventListener("change", () => this.weigh());
    }
    this.look();
    this.weigh();
  }

  // A pasted picture has a name that says nothing; its title is asked.
  static fromClipboard(file) {
    const named = new File([file], `screenshot.${file.type.split("/")[1] ?? "png"}`, { type: file.type });
    named.isPasted = true;
    return named;
  }

  get isOpen() { return this.state === "open"; }

  // A value stands beside it that is not saved, and that nobody was asked for.
  get isUnasked() { return this.row.dataset.unasked !== undefined; }

  set isUnasked(isSo) { if (isSo) { this.row.dataset.unasked = ""; } else { delete this.row.dataset.unasked; } }

  get isUnderWay() { return ["waiting", "sending", "keeping", "later", "asking"].includes(this.state); }

  get launch() { return this.tray.form.dataset.launch; }

  field(name) { return this.one(`[name=${name}]`); }

  value(name) { return this.field(name)?.value ?? ""; }

  set(name, value) {
    this.field(name).value = value;
    this.weigh();
  }

  focus() { (this.value("title") ? this.field("capturedOn") : this.field("title")).focus(); }

  chooseCited() {
    const cited = this.field("cited");
    const same = [...(cited?.options ?? [])].find(o => o.dataset.file === this.file.name);
    if (same) {
      cited.value = same.value;
      this.one("details").open = true;
    }
  }

  // Asked before it is sent, so that nobody uploads what is there; the server decides in any case.
  async look() {
    if (this.file.size > Number(this.tray.form.dataset.limit)) {
      this.refuse(this.tray.form.dataset.tooLarge.replace("*", () => this.name), true);
      return;
    }
    if (this.file.size === 0) {
      this.refuse(`${this.name} is empty.`, true);
      return;
    }
    if (this.file.size > HashedBytes || !crypto.subtle) { return; }
    const bytes = await this.file.arrayBuffer().catch(() => null);
    if (!bytes) {
      this.refuse(`${this.name} cannot be read. A folder is packed into one file first.`, true);
      return;
    }
    const hash = hex(await crypto.subtle.digest("SHA-256", bytes));
    const answer = await fetch(`${this.launch}/attach/stored?sha256=${hash}`).catch(() => null);
    if (answer?.status === 200 && !answer.redirected && this.isOpen) {
      this.known = await answer.json();
      this.showKnown();
    }
  }

  showKnown() {
    const place = this.one("[data-known]");
    const link = Object.assign(document.createElement("a"), { href: this.known.href, textContent: this.known.title });
    const said = document.createElement("span"), chosen = this.tray.chosen();
    const isThere = chosen.length > 0 && chosen.every(subject => this.known.supports.includes(subject));
    said.append("These bytes are in this launch already, as ", link, ` (${this.known.text}). `, isThere
      ? "They support this already: there is nothing to attach."
      : "Nothing is uploaded: it will support this as well, with its own title and date.");
    place.replaceChildren(said);
    place.hidden = false;
    if (isThere) { this.refuse("Nothing to attach.", true); }
    this.one("[data-fields]").hidden = this.value("cited") === "";
  }

  async weigh() {
    const asked = new URLSearchParams();
    for (const name of ["class", "capturedOn", "release"]) { asked.set(name, this.value(name)); }
    this.asked = asked.toString();
    this.rehearsal.ask();
    const answer = await fetch(`${this.launch}/attach/worth?${this.asked}`).catch(() => null);
    if (answer?.ok && !answer.redirected && this.asked === asked.toString()) {
      const { proves, text } = await answer.json();
      const place = this.one("[data-worth]");
      place.textContent = text;
      place.classList.toggle("go", proves);
      place.classList.toggle("hold", !proves);
    }
  }

  queue(supports) {
    this.supports = supports;
    this.id ??= newId();
    this.wait();
    this.problem = null;
    this.one("[data-outcome]").hidden = true;
    this.one("[data-fields]").hidden = true;
    this.rehearsal.end();
    this.one("[data-remove]").hidden = true;
    this.one("[data-sending]").hidden = false;
  }

  wait() {
    this.state = "waiting";
    this.say("waiting");
  }

  say(text) { this.one("[data-percent]").textContent = text; }

  start() {
    const isReuse = this.known && this.value("cited") === "";
    const request = this.request = new XMLHttpRequest();
    this.state = "sending";
    request.open("POST", isReuse ? `${this.launch}/evidence/${this.known.evidence}/supports` : `${this.launch}/evidence`);
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("Idempotency-Key", this.id);
    request.upload.addEventListener("progress", event => this.sent(event.loaded / Math.max(event.total, 1)));
    request.upload.addEventListener("load", () => this.keep());
    request.addEventListener("load", () => this.answered());
    request.addEventListener("error", () => this.ask());
    request.send(this.body(this.supports, isReuse));
    this.watch(request);
  }

  // Who waits for a place in the portal is told so.
  async watch(request) {
    await pause(1500);
    for (let isTold = false; this.request === request && ["sending", "keeping"].includes(this.state); await pause(2000)) {
      const { state, before } = await this.standing();
      const isWaiting = state === "waiting" && this.request === request;
      if (isWaiting) { this.say(before === 0 ? "waits for a place, the next" : `waits for a place, ${before} before it`); }
      else if (isTold && this.state === "keeping") { this.say("being kept"); }
      isTold = isWaiting;
    }
  }

  async standing() {
    const answer = await fetch(`${this.launch}/requests/${this.id}`,
      { headers: { Accept: "application/json" }, cache: "no-store" }).catch(() => null);
    return answer?.redirected || answer?.status === 401 ? { state: "signed out" }
      : answer?.ok ? await answer.json() : { state: "away" };
  }

  // The answer was lost: only the portal knows what became of it, and is asked until it says.
  async ask() {
    this.state = "asking";
    this.one("[data-cancel]").hidden = true; // it may be attached already
    this.say("not known yet");
    for (; this.state === "asking"; await pause(2000)) {
      const answer = await this.standing();
      this.outcome("hold", `It is not known yet whether ${this.name} was attached. ` + (answer.state === "signed out"
        ? "You are signed out: sign in in another tab, and it will be." : "The portal is asked until it says."));
      if (answer.state === "done") { return this.finish(answer); }
      if (answer.state === "nothing") {
        return this.refuse(`${this.name} was not attached: the connection was lost. Send it again.`);
      }
    }
  }

  // There is no room for it just now: it is sent again by itself.
  async later(why) {
    const seconds = Number(this.request.getResponseHeader("Retry-After")) || 3;
    this.state = "later";
    this.say("waiting");
    this.one("[data-cancel]").hidden = false;
    this.outcome("hold", `${why} It is sent again by itself.`);
    await pause(seconds * 1000);
    if (this.state !== "later") { return; }
    this.one("[data-outcome]").hidden = true;
    this.wait();
    this.tray.next();
  }

  outcome(kind, ...parts) {
    const place = this.one("[data-outcome]");
    place.className = `outcome ${kind}`;
    place.replaceChildren(...parts);
    place.hidden = false;
  }

  // The file stands last: the server reads the fields first and never holds the file.
  body(supports, isReuse) {
    const form = new FormData();
    form.set(token, this.tray.form.elements[token].value);
    for (const subject of supports) { form.append("supports", subject); }
    if (isReuse) { return form; }
    for (const field of this.row.querySelectorAll("[name]")) {
      if (field.value !== "") { form.set(field.name, field.value); }
    }
    if (!this.value("measurement")) { ["measurement", "measured", "metric"].forEach(name => form.delete(name)); }
    // Beside its bytes a browser makes the same of " and of %22.
    if (this.file.name.includes("%")) { form.set("fileName", this.file.name); }
    form.set("file", this.file, this.file.name);
    return form;
  }

  sent(share) {
    this.one("progress").value = share;
    this.say(`${Math.floor(share * 100)} %`);
  }

  // From here on the server may have committed: there is nothing left to cancel.
  keep() {
    if (this.state !== "sending") { return; }
    this.state = "keeping";
    this.sent(1);
    this.say("being kept");
    this.one("[data-cancel]").hidden = true;
  }

  answered() {
    const { status, responseText } = this.request;
    const isJson = (this.request.getResponseHeader("Content-Type") ?? "").includes("json");
    const answer = isJson ? JSON.parse(responseText) : null;
    if ((status === 201 || status === 200) && answer) {
      this.finish(answer);
    } else if (status === 200 || status === 401) {
      this.refuse("You are signed out. Sign in in another tab and try again.");
    } else if (status === 503 && answer && answer.reason !== "OutcomeNotKnown") {
      this.later(answer.detail);
    } else if (status >= 500) {
      this.ask();
    } else {
      this.refuse(answer?.detail ?? `The portal answered ${status}. Nothing was attached; try again.`);
    }
  }

  finish(answer) {
    this.state = "done";
    this.forget();
    const link = Object.assign(document.createElement("a"), { href: answer.href, textContent: answer.title });
    this.outcome("go", ...(answer.wasThere
      ? ["Was there already as ", link, ": it keeps its title and date and supports what you chose."]
      : ["Attached as ", link, ".", ...(answer.read ? [` ${answer.read}`] : [])]));
    this.one("[data-known]").hidden = true;
    this.one("[data-sending]").hidden = true;
    if (answer.waits) { this.showWaits(answer, this.one("[data-outcome]")); }
    this.tray.next();
  }

  // The file is kept; the value beside it reads better, and a typed value is no proof.
  showWaits(answer, place) {
    place.className = "outcome hold";
    const list = document.createElement("ul");
    list.append(...answer.waits.what.map(text => Object.assign(document.createElement("li"), { textContent: text })));
    const said = document.createElement("p");
    said.textContent = answer.waits.isAsked
      ? `The value ${this.value("measured")} waits for approval, because it improves something:`
      : `The value ${this.value("measured")} is not saved: it improves something, so it needs approval:`;
    place.append(said, list);
    if (!answer.waits.isAsked) {
      this.isUnasked = true;
      place.append(this.asking(answer));
    }
  }

  asking(answer) {
    const ask = this.tray.form.querySelector("[data-asking]").content.firstElementChild.cloneNode(true);
    const [field, button, said] = ask.children, reason = field.querySelector("textarea"), id = newId();
    button.addEventListener("click", async () => {
      button.disabled = true;
      const form = new FormData();
      form.set(token, this.tray.form.elements[token].value);
      for (const name of ["measuredFor", "measurement", "metric", "measured"]) { form.set(name, this.value(name)); }
      form.set("valueReason", reason.value);
      const sent = await fetch(`${this.launch}/evidence/${answer.evidence}/value`,
        { method: "POST", body: form, headers: { Accept: "application/json", "Idempotency-Key": id } }).catch(() => null);
      const isAsked = sent?.ok === true && !sent.redirected;
      const problem = isAsked ? null : await sent?.json().catch(() => null);
      said.textContent = isAsked ? "Asked. The value waits for a second person."
        : problem?.detail ?? "The portal could not be reached. Whether it was asked is not known: look under Second person.";
      button.disabled = isAsked;
      field.hidden = button.hidden = isAsked;
      this.isUnasked = !isAsked;
      this.tray.refresh();
    });
    return ask;
  }

  refuse(text, isForGood = false) {
    this.state = isForGood ? "refused" : "open";
    this.problem = text;
    this.outcome("no", text);
    this.one("[data-sending]").hidden = true;
    this.one("[data-cancel]").hidden = false;
    this.one("[data-remove]").hidden = false;
    this.one("[data-fields]").hidden = isForGood || (this.known !== null && this.value("cited") === "");
    this.tray.next();
  }

  cancel() {
    if (!["waiting", "sending", "later"].includes(this.state)) { return; }
    this.request?.abort();
    this.state = "cancelled";
    this.outcome("quiet", "Cancelled. Nothing of it was kept.");
    this.one("[data-sending]").hidden = true;
    this.one("[data-name]").focus();
    this.tray.next();
  }

  forget() { window.portalDrafts.clear(this.row.dataset.draft); }

  remove() {
    this.state = "cancelled";
    this.row.remove();
    this.tray.uploads = this.tray.uploads.filter(u => u !== this);
  }
}
