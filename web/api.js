// The calls to the local channel. Every answer is plain data; a refusal is thrown as an Error with its message and code.

const HEADERS = { "Content-Type": "application/json", "X-Kansli-Local": "1" };

async function answer(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw Object.assign(new Error(body.error?.message ?? response.statusText), { code: body.error?.code });
  return body;
}

export async function post(what, body) {
  return answer(await fetch(`/local/api/${what}`, { method: "POST", headers: HEADERS, body: JSON.stringify(body) }));
}

/** What has changed since the version this page has seen; waits until something has. */
export async function state(seen, signal) {
  const query = new URLSearchParams(Object.entries(seen).filter(([, value]) => value !== ""));
  return answer(await fetch(`/local/api/state?${query}`, { signal }));
}
