// Short messages at the edge of the page, and what is told to those who listen instead of look.

const toasts = document.getElementById("toasts");
const news = document.getElementById("news");

export function toast(text, kind = "note") {
  const element = document.createElement("p");
  element.className = `toast ${kind}`;
  element.textContent = text;
  toasts.append(element);
  setTimeout(() => element.remove(), 7000);
}

export function announce(text) {
  news.textContent = text;
}
