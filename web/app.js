// The local channel's page: asks for what has changed, shows it, and sends what one does.

import { post, state } from "./api.js";
import { composeBox } from "./compose.js";
import { openForm } from "./form.js";
import { listenToLooks } from "./looks.js";
import { announce, toast } from "./notices.js";
import { showPosts } from "./posts.js";
import { listenToRail, openRail, showClock, showRail } from "./rail.js";
import { become, store, takeIn } from "./store.js";
import { listenToTabs, shownTab } from "./tabs.js";
import { currentLanguage, say, speak } from "./words.js";

const by = (id) => document.getElementById(id);
let asking = new AbortController();
let waiting = 0;

/** Do something that the bot answers; says so while it lasts, and shows what went wrong. */
async function ask(what, body) {
  waiting += 1;
  by("typing").textContent = say("typing");
  try {
    return await post(what, body);
  } catch (error) {
    toast(error.message, "error");
    return { kind: "refused" };
  } finally {
    waiting -= 1;
    if (!waiting) by("typing").textContent = "";
  }
}

function showAnswer(answer) {
  if (answer.kind === "message" && answer.text) toast(answer.text);
  if (answer.kind === "error") toast(answer.text || say("failed"), "error");
  if (answer.kind === "failed") toast(say("failed"), "error");
  return answer.kind !== "refused";
}

async function act(message, action) {
  const answer = await ask("tap", { me: store.me, message: message.id, action });
  if (answer.kind !== "form") return showAnswer(answer);
  return openForm(answer, (data) => post("form", { me: store.me, message: message.id, data }), showAnswer);
}

async function sayHere(text, mention) {
  if (shownTab() === "private") return showAnswer(await ask("private", { me: store.me, text }));
  return showAnswer(await ask("say", { me: store.me, text, mention }));
}

async function reply(thread, text, mention) {
  return showAnswer(await ask("say", { me: store.me, text, thread, mention }));
}

const names = () => [store.bot, ...store.people.map((each) => each.name)];
let box;

/** The box at the foot belongs to the tab that is shown. */
function setBox() {
  const open = shownTab() === "channel";
  box = composeBox({ label: open ? "start_post" : "write_private", mention: open, names, send: sayHere });
  by("compose").replaceChildren(box.element);
  by("title").textContent = say(open ? "channel" : "private");
}

function showExamples() {
  const label = document.createElement("span");
  label.textContent = say("try");
  const chair = store.people.find((each) => each.role === "chair") ?? store.people[0];
  const buttons = ["example1", "example2", "example3"].map((key) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = say(key, { person: chair?.name ?? "" });
    button.addEventListener("click", () => box.fill(button.textContent));
    return button;
  });
  by("examples").replaceChildren(label, ...buttons);
}

function show(anew, fresh) {
  const list = by(shownTab());
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 120;
  showRail(choose);
  showPosts({ act, reply }, anew);
  if (anew) showExamples();
  const last = fresh.at(-1);
  if (anew || atEnd || last?.mine) list.scrollTop = list.scrollHeight;
  if (last && !anew) document.querySelector(`[data-id="${last.id}"]`)?.scrollIntoView({ block: "nearest" });
  markUnread(fresh, anew);
  const told = fresh.filter((each) => !each.mine).at(-1);
  if (told && !anew) announce(`${told.author}: ${told.text || told.card?.body?.[0]?.text || say("card")}`);
}

/** The tab that is not shown gets a mark when something new is in it. */
function markUnread(fresh, anew) {
  if (anew) return unread("channel", false), unread("private", false);
  for (const each of fresh) {
    const tab = each.thread ? "channel" : "private";
    if (tab !== shownTab()) unread(tab, true);
  }
}

function unread(tab, is) {
  by(`tab-${tab}`).classList.toggle("unread", is);
  by(`tab-${tab}`).setAttribute("aria-label", is ? say(`${tab}_unread`) : say(tab));
}

async function listen() {
  for (;;) {
    asking = new AbortController();
    const { me } = store;
    try {
      const answer = await state({ me, since: store.version, run: store.run }, asking.signal);
      if (me !== store.me) continue;
      const { anew, fresh } = takeIn(answer);
      by("offline").hidden = true;
      show(anew, fresh);
    } catch (error) {
      if (error.name === "AbortError") continue;
      if (error.code === "UserNotFound") become("");
      else by("offline").hidden = false;
      await new Promise((resolve) => setTimeout(resolve, error.code === "UserNotFound" ? 300 : 1500));
    }
  }
}

function choose(id) {
  become(id);
  asking.abort();
  openRail(false);
}

function chooseLanguage(language) {
  speak(language);
  setBox();
  showExamples();
  if (store.run) show(true, []);
}

listenToLooks();
listenToRail();
listenToTabs((tab) => {
  setBox();
  unread(tab, false);
  by(shownTab()).scrollTop = by(shownTab()).scrollHeight;
});
for (const button of document.querySelectorAll("[data-language]")) {
  button.addEventListener("click", () => chooseLanguage(button.dataset.language));
}
speak(currentLanguage());
setBox();
setInterval(() => store.run && showClock(), 1000);
listen();
