// The box one writes in: Enter sends, Shift+Enter makes a new line, @ offers the people's names.

import { offerNames } from "./mentions.js";
import { say } from "./words.js";

let count = 0;

/**
 * A compose box. `send(text, mention)` resolves to true when the text is away.
 * `label` is a key of the words; `mention` says whether there is a switch for calling the bot.
 */
export function composeBox({ label, mention, names, send }) {
  const form = document.createElement("form");
  form.className = "compose";
  const id = `compose-${++count}`;
  form.innerHTML = `
    <label class="unseen" for="${id}"></label>
    <textarea id="${id}" rows="1" maxlength="8000"></textarea>
    <div class="compose-foot">
      <label class="call"><input type="checkbox" checked> <span class="call-name">@Kansli</span></label>
      <span class="call-note"></span>
      <button type="submit" class="send"><svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><path d="M3 3.5 17.5 10 3 16.5 5 10 3 3.5ZM5 10h6" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round" stroke-linecap="round"/></svg></button>
    </div>`;
  const box = form.querySelector("textarea");
  const call = form.querySelector("input");
  const note = form.querySelector(".call-note");
  form.querySelector(".call").hidden = !mention;

  const word = () => {
    form.querySelector("label").textContent = say(label);
    box.placeholder = say(label);
    call.setAttribute("aria-label", say("mention"));
    call.title = say("mention");
    form.querySelector(".send").setAttribute("aria-label", say("send"));
    note.textContent = mention && !call.checked ? say("mention_off") : "";
  };
  const grow = () => {
    box.style.height = "auto";
    box.style.height = `${Math.min(box.scrollHeight + 2, 180)}px`;
  };
  const chosen = offerNames(box, names);

  call.addEventListener("change", word);
  box.addEventListener("input", grow);
  box.addEventListener("keydown", (event) => {
    if (chosen(event)) return;
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const text = box.value.trim();
    if (!text) return box.focus();
    box.value = "";
    grow();
    if (!(await send(text, mention && call.checked)) && !box.value) {
      box.value = text;
      grow();
    }
  });
  word();
  return {
    element: form,
    word,
    fill(text) {
      box.value = text;
      grow();
      box.focus();
    },
    focus: () => box.focus(),
    isEmpty: () => !box.value.trim(),
  };
}
