// The line to the portal: what is asked while the connection is lost waits, and is asked again when it is back, for no
// answer comes to what was asked before. So everything asked here does no harm when it is asked twice.
const root = document.documentElement, cut = Symbol("cut");

export const isLost = () => root.dataset.connection === "lost";

function until(holds) {
  let seen = null;
  const came = new Promise(done => {
    const look = () => { if (holds()) { seen.disconnect(); done(cut); } };
    seen = new MutationObserver(look);
    seen.observe(root, { attributes: true, attributeFilter: ["data-connection"] });
    look();
  });
  return { came, stop: () => seen.disconnect() };
}

/** Answers what the component answers; fails where the portal failed.
 *  @param values made anew whenever they are sent
 *  @param onLost told when it has to wait */
export async function ask(component, method, values = () => [], onLost = () => {}) {
  for (;;) {
    if (isLost()) { onLost(); await until(() => !isLost()).came; }
    const lost = until(isLost);
    try {
      const answer = await Promise.race([component.invokeMethodAsync(method, ...values()), lost.came]);
      if (answer !== cut) { return answer; }
    } catch (failed) {
      if (!isLost()) { throw failed; }
    } finally { lost.stop(); }
  }
}

/** Text or values of any size, sent in pieces. */
export function stream(value) {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return DotNet.createJSStreamReference(new TextEncoder().encode(text));
}

/** Why a block is not sent at all, or null. */
export function whyTooLarge(text, most) {
  const size = new Blob([text]).size, mega = 2 ** 20;
  return size <= most ? null
    : `This block has ${(size / mega).toFixed(1)} MB; at most ${most / mega} MB are pasted together. Paste it in parts.`;
}
