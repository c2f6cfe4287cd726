// The left side: who one speaks as, somebody new, and the clock.

import { post } from "./api.js";
import { toast } from "./notices.js";
import { avatar, dressAvatar } from "./person.js";
import { clockNow, myself, store } from "./store.js";
import { moment, say } from "./words.js";

const by = (id) => document.getElementById(id);
const rail = by("rail");
const opener = by("open-rail");
const narrow = matchMedia("(max-width: 820px)");

export function about(person) {
  const role = say(`role.${person.role}`);
  return [role, person.organisation].filter(Boolean).join(" · ");
}

/** Show the people and the clock; `choose(id)` is called when one wants to be somebody else. */
export function showRail(choose) {
  const me = myself();
  by("network-name").textContent = store.network.name;
  by("network-channel").textContent = `# ${store.network.channel}`;
  by("my-name").textContent = me?.name ?? "";
  dressAvatar(by("my-avatar"), me?.name ?? "");
  const place = by("people");
  const shape = JSON.stringify([store.people, say("role.chair")]);
  if (place.dataset.shape !== shape) {
    place.dataset.shape = shape;
    place.replaceChildren(...store.people.map((person) => personRow(person, choose)));
  }
  for (const input of place.querySelectorAll("input")) input.checked = input.value === store.me;
  showClock();
}

function personRow(person, choose) {
  const row = document.createElement("label");
  row.className = "person";
  const input = document.createElement("input");
  input.type = "radio";
  input.name = "me";
  input.value = person.id;
  input.addEventListener("change", () => choose(person.id));
  const text = document.createElement("span");
  text.className = "person-text";
  const name = document.createElement("span");
  name.className = "person-name";
  name.textContent = person.name;
  const role = document.createElement("span");
  role.className = "person-about";
  role.textContent = about(person);
  text.append(name, role);
  row.append(input, avatar(person.name), text);
  if (person.language === "en") {
    const mark = document.createElement("span");
    mark.className = "badge";
    mark.textContent = "EN";
    row.append(mark);
  }
  return row;
}

export function showClock() {
  const now = clockNow();
  const shown = moment(now.toISOString(), store.zone);
  if (by("now").textContent !== shown) by("now").textContent = shown;
  by("due").textContent = store.nextDue ? say("next_due", { when: moment(store.nextDue, store.zone) }) : say("nothing_due");
  by("clock-next").disabled = !store.nextDue;
  const wall = new Intl.DateTimeFormat("sv-SE", { timeZone: store.zone, dateStyle: "short", timeStyle: "short" }).format(now).replace(" ", "T");
  by("clock-until").elements.until.min = wall;
}

async function moveClock(wish) {
  try {
    const answer = await post("clock", wish);
    if (answer.kind === "nothing_due") toast(say("nothing_due"));
  } catch (error) {
    toast(error.message, "error");
  }
}

export function listenToRail() {
  by("clock-next").addEventListener("click", () => moveClock({ to: "next" }));
  by("clock-day").addEventListener("click", () => moveClock({ to: "day" }));
  by("clock-until").addEventListener("submit", (event) => {
    event.preventDefault();
    moveClock({ to: "until", until: event.target.elements.until.value });
  });
  by("join").addEventListener("submit", async (event) => {
    event.preventDefault();
    const { name, language } = event.target.elements;
    try {
      await post("people", { name: name.value, language: language.value });
      event.target.reset();
    } catch (error) {
      toast(error.message, "error");
    }
  });
  narrow.addEventListener("change", fitToWidth);
  fitToWidth();
  opener.addEventListener("click", () => openRail(opener.getAttribute("aria-expanded") !== "true"));
  rail.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && opener.getAttribute("aria-expanded") === "true") {
      openRail(false);
      opener.focus();
    }
  });
}

/** On a narrow screen the left side is behind the button with one's own name. */
export function openRail(open) {
  opener.setAttribute("aria-expanded", String(open));
  rail.classList.toggle("open", open);
  document.querySelector("main").inert = open;
}

function fitToWidth() {
  opener.disabled = !narrow.matches;
  openRail(false);
}
