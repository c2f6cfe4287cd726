// A person's mark: their initials, on a colour that follows from their place in the network.

import { store } from "./store.js";

const COLOURS = 8;

function initials(name) {
  const parts = name.split(/\s+/).filter(Boolean);
  return ((parts[0]?.[0] ?? "") + (parts.length > 1 ? parts.at(-1)[0] : "")).toUpperCase();
}

export function dressAvatar(element, name, bot = false) {
  const place = Math.max(store.people.findIndex((each) => each.name === name), 0);
  element.className = `avatar ${bot ? "bot" : `tint${place % COLOURS}`}`;
  element.textContent = bot ? "K" : initials(name);
  return element;
}

export function avatar(name, bot) {
  const element = dressAvatar(document.createElement("span"), name, bot);
  element.setAttribute("aria-hidden", "true");
  return element;
}
