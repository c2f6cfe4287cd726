// The posts of the channel as threads, and the private chat. What has not changed is left as it stands.

import { drawCard } from "./cards.js";
import { composeBox } from "./compose.js";
import { avatar } from "./person.js";
import { clockNow, store } from "./store.js";
import { botText, plainText } from "./text.js";
import { moment, say } from "./words.js";

const places = { channel: document.getElementById("channel"), private: document.getElementById("private") };

/** Bring both lists in step with the store; `on` has `act(message, action)` and `reply(thread, text, mention)`. */
export function showPosts(on, anew) {
  if (anew) for (const place of Object.values(places)) place.replaceChildren();
  const seen = new Set();
  for (const message of store.messages.values()) {
    seen.add(message.id);
    const list = message.thread ? threadOf(message.thread, on) : places.private;
    put(list, message, on);
  }
  for (const element of document.querySelectorAll(".posts .message")) if (!seen.has(element.dataset.id)) element.remove();
  for (const thread of document.querySelectorAll(".thread")) if (!thread.querySelector(".message")) thread.remove();
  showEmpty(places.channel, "empty_channel");
  showEmpty(places.private, "empty_private");
}

function showEmpty(place, key) {
  const empty = place.querySelector(".empty");
  if (place.querySelector(".message")) return empty?.remove();
  const element = empty ?? document.createElement("p");
  element.className = "empty";
  element.textContent = say(key);
  if (!empty) place.append(element);
}

function threadOf(id, on) {
  const known = document.getElementById(`thread-${id}`);
  if (known) return known.querySelector(".thread-messages");
  const thread = document.createElement("article");
  thread.className = "thread";
  thread.id = `thread-${id}`;
  const messages = document.createElement("div");
  messages.className = "thread-messages";
  thread.append(messages, replyPart(id, on));
  places.channel.append(thread);
  return messages;
}

function replyPart(thread, on) {
  const part = document.createElement("div");
  part.className = "reply";
  const open = document.createElement("button");
  open.type = "button";
  open.className = "reply-open";
  open.dataset.words = "reply";
  open.textContent = say("reply");
  const close = () => {
    part.replaceChildren(open);
    open.focus();
  };
  open.addEventListener("click", () => {
    const box = composeBox({
      label: "reply_in",
      mention: true,
      names: () => [store.bot, ...store.people.map((each) => each.name)],
      send: (text, mention) => on.reply(thread, text, mention),
    });
    box.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && box.isEmpty()) close();
    });
    part.replaceChildren(box.element);
    box.focus();
  });
  part.append(open);
  return part;
}

function put(list, message, on) {
  const known = list.querySelector(`:scope > [data-id="${message.id}"]`);
  if (known?.dataset.revision === String(message.revision)) return;
  const drawn = draw(message, on);
  if (!known) return list.append(drawn);
  const focused = known.contains(document.activeElement) ? document.activeElement.textContent : null;
  known.replaceWith(drawn);
  if (focused !== null) keepFocus(drawn, focused);
}

/** Whoever used a button by keyboard stays there when the card has changed under them. */
function keepFocus(drawn, label) {
  const same = [...drawn.querySelectorAll("button")].find((each) => each.textContent === label);
  const place = same ?? drawn.querySelector(".body");
  if (!same) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}

function draw(message, on) {
  const element = document.createElement("div");
  element.className = `message${message.bot ? " from-bot" : ""}${message.mine ? " mine" : ""}`;
  element.dataset.id = message.id;
  element.dataset.revision = String(message.revision);
  element.append(avatar(message.author, message.bot), bodyOf(message, on));
  return element;
}

function bodyOf(message, on) {
  const body = document.createElement("div");
  body.className = "body";
  const names = [store.bot, ...store.people.map((each) => each.name)];
  body.append(lineOf(message));
  if (message.text) body.append(message.bot ? botText(message.text) : plainText(message.text, names));
  if (message.card) {
    const card = drawCard(message.card, (action) => on.act(message, action));
    card.setAttribute("role", "group");
    card.setAttribute("aria-label", say("card"));
    body.append(card);
  }
  return body;
}

function lineOf(message) {
  const line = document.createElement("p");
  line.className = "line";
  const author = document.createElement("span");
  author.className = "author";
  author.textContent = message.author;
  line.append(author);
  if (message.bot) line.append(note("badge", "bot"));
  const at = document.createElement("time");
  at.dateTime = message.at;
  at.textContent = moment(message.at, store.zone, clockNow());
  line.append(at);
  if (message.edited) line.append(note("edited", "edited"));
  return line;
}

function note(kind, key) {
  const element = document.createElement("span");
  element.className = kind;
  element.dataset.words = key;
  element.textContent = say(key);
  return element;
}
