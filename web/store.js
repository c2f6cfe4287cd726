// What the page knows: the channel as one person sees it.

export const store = {
  me: localStorage.getItem("kansli.me") ?? "",
  run: "",
  version: 0,
  messages: new Map(),
  people: [],
  bot: "Kansli",
  zone: "Europe/Stockholm",
  network: { name: "", channel: "" },
  now: new Date(),
  heard: performance.now(),
  nextDue: null,
};

/** Take in an answer of the server; returns the messages that are new or changed. */
export function takeIn(answer) {
  const anew = answer.run !== store.run || answer.me !== store.me;
  if (anew) store.messages.clear();
  const fresh = answer.messages.filter((each) => !store.messages.has(each.id));
  for (const each of answer.messages) store.messages.set(each.id, each);
  for (const id of answer.gone) store.messages.delete(id);
  Object.assign(store, {
    me: answer.me,
    run: answer.run,
    version: answer.version,
    people: answer.people,
    bot: answer.bot,
    zone: answer.zone,
    network: answer.network,
    now: new Date(answer.now),
    heard: performance.now(),
    nextDue: answer.next_due,
  });
  localStorage.setItem("kansli.me", store.me);
  return { anew, fresh };
}

/** Look through somebody else's eyes: everything is asked for again. */
export function become(id) {
  store.me = id;
  store.version = 0;
  store.run = "";
  localStorage.setItem("kansli.me", id);
}

/** What the clock says now; it runs on between two answers. */
export function clockNow() {
  return new Date(store.now.getTime() + performance.now() - store.heard);
}

export function myself() {
  return store.people.find((each) => each.id === store.me);
}
