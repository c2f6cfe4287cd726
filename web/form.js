// The forms a card's button opens.

import { drawCard } from "./cards.js";
import { say } from "./words.js";

const dialog = document.getElementById("form");
const title = document.getElementById("form-title");
const place = document.getElementById("form-card");
const problem = document.getElementById("form-problem");

document.getElementById("form-close").addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close();
});

/** Show a form; `send(data)` gives the bot's answer, and a new form in it takes the place of this one. */
export function openForm(form, send, onAnswer) {
  title.textContent = form.title || say("form");
  problem.hidden = true;
  const card = drawCard(form.card ?? {}, async (action) => {
    try {
      const answer = await send(action.data);
      if (answer.kind === "form") return openForm(answer, send, onAnswer);
      if (answer.kind === "error" || answer.kind === "failed") return showProblem(answer.text || say("failed"));
      dialog.close();
      onAnswer(answer);
    } catch (error) {
      showProblem(error.message);
    }
  });
  place.replaceChildren(card);
  if (!dialog.open) dialog.showModal();
  place.querySelector("input, textarea, select")?.focus();
}

function showProblem(text) {
  problem.textContent = text;
  problem.hidden = false;
}
