// The only way to the machine: requests to the address that this page came from. Nothing is kept, nothing stands in an address.

const WRONG = 400;

/** The secret of this process, handed to the page by whoever starts the browser; it is no choice and no name. */
const token = location.hash.slice(1);

/** What the machine did not do; `code` is the status of its answer, 0 where there was none. */
export class NotDone extends Error {
  constructor(code, said) {
    super(`not done: ${code}`);
    this.code = code;
    this.said = said;
  }
}

/** Asks the machine, and gives its answer as a value. */
export async function ask(what, given = {}) {
  let answer;
  try {
    answer = await fetch(what, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Cotejo-Token': token },
      body: JSON.stringify(given),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
  } catch {
    throw new NotDone(0, null);
  }
  const said = await answer.json().catch(() => null);
  if (answer.status >= WRONG || said === null) throw new NotDone(answer.status, said);
  return said;
}

/** Tells the machine without waiting, also while the page goes. */
export function tell(what, given) {
  fetch(what, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Cotejo-Token': token },
    body: JSON.stringify(given),
    credentials: 'omit',
    keepalive: true,
  }).catch(() => {});
}

/** A file beside the page. */
export async function file(name) {
  const answer = await fetch(name, { cache: 'no-store', credentials: 'omit' });
  if (!answer.ok) throw new NotDone(answer.status, null);
  return answer.json();
}

export function wait(ms) {
  return new Promise(go => { setTimeout(go, ms); });
}
