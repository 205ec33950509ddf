// What a file says and would do, before it is attached: the portal reads it, tries it on the launch, says what it found,
// and forgets it. Asked again when something else is chosen; what is not answered keeps nobody from attaching.
const MostBytes = 32 * 1024 * 1024;
const settled = 250; // milliseconds without another choice

export class Rehearsal {
  constructor(upload) {
    this.upload = upload;
    this.place = upload.one("[data-rehearsal]");
  }

  // What it would be tried with; the same is not asked twice.
  get wanted() {
    const { tray } = this.upload;
    return JSON.stringify([tray.chosen(), ...["class", "capturedOn", "release", "slot", "cited"].map(n => this.upload.value(n))]);
  }

  ask() {
    const { file, isOpen } = this.upload;
    if (!isOpen || file.size === 0 || this.asked === this.wanted) { return; }
    this.asked = this.wanted;
    clearTimeout(this.timer);
    if (file.size > MostBytes) {
      const said = Object.assign(document.createElement("p"), { textContent: this.place.dataset.tooLarge });
      this.show(said.outerHTML);
      return;
    }
    this.timer = setTimeout(() => this.run(), settled);
  }

  async run() {
    const { upload } = this, asked = this.asked;
    this.request?.abort();
    this.request = new AbortController();
    const answer = await fetch(`${upload.launch}/attach/rehearsal`, { method: "POST", signal: this.request.signal,
      body: upload.body(upload.tray.chosen(), false) }).catch(() => null);
    const html = answer?.ok && !answer.redirected ? await answer.text().catch(() => null) : null;
    if (this.asked === asked && upload.isOpen) { this.show(html); }
  }

  show(html) {
    this.place.innerHTML = html ?? "";
    this.place.hidden = html === null;
    const said = this.place.firstElementChild?.dataset ?? {};
    // What the file says of itself is not asked.
    this.upload.one("[data-unread]").hidden = said.read !== undefined;
    this.upload.one("[data-undated]").hidden = said.dated !== undefined;
    this.upload.one("[data-worth]").hidden = html !== null; // what was tried says more
  }

  end() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.asked = null;
    this.place.hidden = true;
  }
}
