// The text of messages: what people write is plain, what the bot writes may hold simple Markdown.

const markdown = window.markdownit({ html: false, linkify: false, breaks: true }).disable(["image", "code", "fence", "table", "heading", "lheading", "blockquote", "html_block"]);
const ALLOWED = { ALLOWED_TAGS: ["p", "br", "strong", "em", "s", "ul", "ol", "li", "a", "hr"], ALLOWED_ATTR: ["href", "title", "start"] };
const DOCUMENT = /\.(pdf|docx|md|ics|html)$/i;

/** Simple Markdown as clean HTML; `<at>Name</at>` is a mention and reads as the name. */
export function cleanHtml(text) {
  const named = text.replace(/<at>(.*?)<\/at>/g, (_, name) => `**${name}**`);
  return window.DOMPurify.sanitize(markdown.render(named), ALLOWED);
}

/** Links open beside the page; documents are downloaded. */
export function mendLinks(element) {
  for (const link of element.querySelectorAll("a[href]")) {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    const own = new URL(link.href, location.href).origin === location.origin;
    if (own && DOCUMENT.test(new URL(link.href, location.href).pathname)) {
      link.classList.add("document");
      link.setAttribute("download", "");
    }
  }
}

export function botText(text) {
  const element = document.createElement("div");
  element.className = "text";
  element.innerHTML = cleanHtml(text);
  mendLinks(element);
  return element;
}

/** What a person wrote, with the names of known people and of the bot marked. */
export function plainText(text, names) {
  const element = document.createElement("div");
  element.className = "text plain";
  const sorted = [...names].sort((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  for (const part of text.split(new RegExp(`(@(?:${sorted.join("|")}))(?![\\p{L}\\p{N}_])`, "iu"))) {
    if (part.startsWith("@") && part.length > 1) {
      const mention = document.createElement("span");
      mention.className = "mention";
      mention.textContent = part;
      element.append(mention);
    } else if (part) {
      element.append(part);
    }
  }
  return element;
}
