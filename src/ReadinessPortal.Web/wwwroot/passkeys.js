// Forms with a passkey button (PasskeyButton.razor): a press asks the browser for a passkey and sends the form with what it
// answers; a password is not asked for then. A sign-in form offers passkeys in the list of its name field as well.
(() => {
  const knows = Boolean(window.PublicKeyCredential?.parseCreationOptionsFromJSON
    && window.PublicKeyCredential.parseRequestOptionsFromJSON) && isSecureContext;
  // Passkeys belong to a name: an address made of numbers has none.
  const hasName = !/^[\d.]+$|^\[/.test(location.hostname);
  let waiting = null;

  const words = {
    NotAllowedError: "No passkey was used. Press again to try once more, or take another way.",
    InvalidStateError: "This device has a passkey for this account already.",
    SecurityError: "This address of the portal cannot use passkeys. Open it by its name, over HTTPS.",
  };

  // What is asked for last is what is answered: a question that was given up must not come after it.
  async function optionsOf(button, signal) {
    const token = button.form.elements.__RequestVerificationToken?.value ?? "";
    const answer = await fetch(button.dataset.passkeyOptions, {
      method: "POST", headers: { RequestVerificationToken: token }, signal,
    });
    if (!answer.ok) {
      throw new Error(answer.status === 429 ? "Too many attempts. Wait a minute and try again."
        : "The portal did not answer. Load the page again.");
    }
    return answer.json();
  }

  async function ask(button, signal, mediation) {
    const options = await optionsOf(button, signal);
    const isNew = button.dataset.passkeyMake !== undefined;
    const credential = isNew
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options), signal })
      : await navigator.credentials.get({
        publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options), signal, mediation,
      });
    return JSON.stringify(credential);
  }

  function send(button, answer) {
    const form = button.form;
    button.closest("[data-passkey]").querySelector("[data-passkey-answer]").value = answer;
    form.requestSubmit();
  }

  function stop() {
    waiting?.abort();
    waiting = null;
  }

  const passwordsOf = button => button.dataset.passkeyMake === undefined
    ? [...button.form.querySelectorAll("input[type='password'][required]")] : [];

  async function use(button) {
    const problem = button.closest("[data-passkey]").querySelector("[data-passkey-problem]");
    const passwords = passwordsOf(button);
    passwords.forEach(field => { field.required = false; });
    try {
      if (!button.form.reportValidity()) { return; }
      stop();
      problem.hidden = true;
      button.disabled = true;
      waiting = new AbortController();
      send(button, await ask(button, waiting.signal));
    } catch (error) {
      if (error.name !== "AbortError") {
        problem.textContent = words[error.name] ?? error.message;
        problem.hidden = false;
      }
    } finally {
      passwords.forEach(field => { field.required = true; });
      button.disabled = false;
    }
  }

  async function offer(button) {
    if (!await PublicKeyCredential.isConditionalMediationAvailable?.()) { return; }
    const mine = waiting = new AbortController();
    try {
      send(button, await ask(button, mine.signal, "conditional"));
    } catch (error) {
      // Nobody pressed anything: whoever wants a passkey presses the button, and reads there what is wrong.
      console.debug(`Passkeys are not offered: ${error.name}`);
    }
  }

  document.addEventListener("click", event => {
    const button = event.target.closest?.("[data-passkey-options]");
    if (button) {
      event.preventDefault();
      use(button);
    }
  });

  document.addEventListener("DOMContentLoaded", () => {
    if (!knows || !hasName) { return; }
    document.querySelectorAll("[data-passkey]").forEach(part => { part.hidden = false; });
    document.querySelectorAll("[data-without-passkeys]").forEach(note => { note.hidden = true; });
    const offered = document.querySelector("[data-passkey-offer] [data-passkey-options]");
    if (offered) { offer(offered); }
  });
})();
