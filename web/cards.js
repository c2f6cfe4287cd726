// Cards, drawn by Microsoft's own library.

import { hostConfig } from "./hostconfig.js";
import { cleanHtml, mendLinks } from "./text.js";
import { currentLanguage, say } from "./words.js";

const AC = window.AdaptiveCards;

AC.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = cleanHtml(text);
  result.didProcess = true;
};

// The library calls an optional number that is left empty wrong, without a word, as soon as it has a least value.
const isValidNumber = AC.NumberInput.prototype.isValid;
AC.NumberInput.prototype.isValid = function isValid() {
  return Number.isNaN(this.value) ? !this.isRequired : isValidNumber.call(this);
};

function openLink(address) {
  const url = new URL(address, location.href);
  if (["http:", "https:", "mailto:"].includes(url.protocol)) window.open(url.href, "_blank", "noopener,noreferrer");
}

/** A button's action as the bot's card defined it, with what was filled in. */
function asSent(action) {
  const sent = { type: action.getJsonTypeName(), title: action.title ?? "", data: action.data ?? {} };
  if (action.id) sent.id = action.id;
  if (action.verb) sent.verb = action.verb;
  return sent;
}

/**
 * Draw a card. `onAction(action, data)` is called for every button that asks the bot something;
 * while it runs the buttons of the card are off.
 */
export function drawCard(content, onAction) {
  const card = new AC.AdaptiveCard();
  card.hostConfig = new AC.HostConfig(hostConfig);
  let drawn;
  try {
    card.parse(content);
    card.lang = currentLanguage();
    drawn = card.render();
  } catch {
    drawn = undefined;
  }
  const frame = document.createElement("div");
  frame.className = "card";
  if (!drawn || card.getItemCount() + card.getActionCount() === 0) {
    frame.classList.add("unreadable");
    frame.textContent = content.fallbackText || say("unreadable_card");
    return frame;
  }
  let busy = false;
  card.onExecuteAction = async (action) => {
    if (action instanceof AC.OpenUrlAction) return openLink(action.url);
    if (busy || !(action instanceof AC.SubmitAction || action instanceof AC.ExecuteAction)) return;
    busy = true;
    frame.classList.add("busy");
    try {
      await onAction(asSent(action));
    } finally {
      busy = false;
      frame.classList.remove("busy");
    }
  };
  frame.append(drawn);
  mendLinks(frame);
  mendNames(frame);
  return frame;
}

/** The library's toolbar roles promise arrow keys it does not have, and a list that filters is not named by its label. */
function mendNames(frame) {
  for (const each of frame.querySelectorAll(".ac-choiceSetInput-filtered")) {
    const labels = each.closest("[aria-labelledby]")?.getAttribute("aria-labelledby");
    if (labels) each.setAttribute("aria-labelledby", labels);
  }
  for (const each of frame.querySelectorAll("[role=menubar], [role=menuitem]")) each.removeAttribute("role");
  const root = frame.querySelector(".ac-adaptiveCard");
  root?.removeAttribute("tabindex");
}
