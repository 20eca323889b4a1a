/** Sends what a coder sees, one thing after the other, and takes it back where it was not saved. */

/** @param {HTMLFormElement} form */
async function send(form) {
  const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" }, credentials: "same-origin", redirect: "error" });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

/** A queue: two keys pressed fast are saved in their order. */
export function saver() {
  /** @type {Promise<any>} */
  let last = Promise.resolve();
  /** What the server answered, or nothing where it was not saved. @param {HTMLFormElement} form @returns {Promise<any>} */
  return (form) => {
    const copy = /** @type {HTMLFormElement} */ (form.cloneNode(true));
    last = last.then(() => send(copy).catch(() => undefined));
    return last;
  };
}
