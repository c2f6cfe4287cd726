// Offers the names of people while one writes "@…".

import { say } from "./words.js";

let count = 0;

/** Returns what the box does with a key first: true when the list of names has used it. */
export function offerNames(box, names) {
  const list = document.createElement("ul");
  list.className = "names";
  list.id = `names-${++count}`;
  list.setAttribute("role", "listbox");
  list.hidden = true;
  box.after(list);
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-autocomplete", "list");
  let at = 0;

  const started = () => /(^|\s)@([\p{L}\- ]{0,40})$/u.exec(box.value.slice(0, box.selectionStart));
  const close = () => {
    list.hidden = true;
    box.removeAttribute("aria-activedescendant");
  };
  const mark = (number) => {
    at = (number + list.children.length) % list.children.length;
    [...list.children].forEach((each, index) => each.setAttribute("aria-selected", String(index === at)));
    box.setAttribute("aria-activedescendant", list.children[at].id);
  };
  const choose = (name) => {
    const begun = started();
    const end = box.selectionStart;
    const start = end - begun[2].length;
    box.setRangeText(`${name} `, start, end, "end");
    close();
    box.dispatchEvent(new Event("input"));
    box.focus();
  };

  box.addEventListener("input", () => {
    const begun = started();
    const wanted = begun?.[2].toLocaleLowerCase("sv");
    const found = begun ? names().filter((name) => name.toLocaleLowerCase("sv").startsWith(wanted) && name.toLocaleLowerCase("sv") !== wanted.trim()) : [];
    list.setAttribute("aria-label", say("mention_list"));
    list.replaceChildren(
      ...found.slice(0, 6).map((name, index) => {
        const option = document.createElement("li");
        option.id = `${list.id}-${index}`;
        option.setAttribute("role", "option");
        option.textContent = name;
        option.addEventListener("mousedown", (event) => {
          event.preventDefault();
          choose(name);
        });
        return option;
      }),
    );
    list.hidden = found.length === 0;
    if (found.length) mark(0);
    else close();
  });
  box.addEventListener("blur", close);

  return (event) => {
    if (list.hidden) return false;
    if (event.key === "ArrowDown") mark(at + 1);
    else if (event.key === "ArrowUp") mark(at - 1);
    else if (event.key === "Enter" || event.key === "Tab") choose(list.children[at].textContent);
    else if (event.key === "Escape") close();
    else return false;
    event.preventDefault();
    return true;
  };
}
