/** Sends what a coder sees, one thing after the other, and takes it back where it was not saved. */

/** @param {HTMLFormElement} form */
async function send(form) {
  const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" }, credentials: "same-origin", redirect: "error" });
  if (!answer.ok) throw new Error(String(answer.status));
}

/** A queue: two keys pressed fast are saved in their order. */
export function saver() {
  let last = Promise.resolve(true);
  /** @param {HTMLFormElement} form @returns {Promise<boolean>} */
  return (form) => {
    const copy = /** @type {HTMLFormElement} */ (form.cloneNode(true));
    last = last.then(() => send(copy).then(() => true, () => false));
    return last;
  };
}
