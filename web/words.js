// The page's own words in both languages. The bot's words come from the bot.

const WORDS = {
  sv: {
    local: "lokal kanal",
    language: "Språk",
    dark: "Mörkt läge",
    rail: "Nätverket, personer och klocka",
    you_are: "Du är",
    speak_as: "Tala som",
    join: "Lägg till en person",
    name: "För- och efternamn",
    add: "Lägg till",
    clock: "Ställ fram klockan",
    to_next: "Nästa påminnelse",
    one_day: "En dag",
    until: "Fram till",
    go: "Gå",
    next_due: "Nästa påminnelse: {when}",
    nothing_due: "Inget väntar på att skickas.",
    tabs: "Kanal eller privat",
    channel: "Kanalen",
    private: "Privat med Kansli",
    channel_unread: "Kanalen, nytt",
    private_unread: "Privat med Kansli, nytt",
    offline: "Ingen kontakt med Kansli. Försöker igen …",
    examples: "Prova något av detta",
    try: "Prova:",
    start_post: "Starta ett inlägg",
    write_private: "Skriv till Kansli",
    reply: "Svara",
    reply_in: "Svara i tråden",
    send: "Skicka",
    mention: "Nämn Kansli",
    mention_off: "Kansli läser bara det som nämner @Kansli.",
    close: "Stäng",
    typing: "Kansli svarar …",
    edited: "ändrad",
    bot: "bot",
    card: "Kort från Kansli",
    form: "Formulär",
    failed: "Kansli kunde inte svara just nu. Inget har ändrats.",
    unreadable_card: "Kortet går inte att visa.",
    empty_channel: "Här är det tomt än. Skriv ett första inlägg.",
    empty_private: "Här talar du med Kansli utan att de andra ser det.",
    mention_list: "Personer att nämna",
    "role.chair": "ordförande",
    "role.vice-chair": "vice ordförande",
    "role.secretary": "sekreterare",
    "role.member": "ledamot",
    "role.substitute": "ersättare",
    "role.staff": "tjänsteperson",
    "role.guest": "gäst",
    example1: "boka möte på fredag kl 9–10 på Teams",
    example2: "lägg till punkt Budget 2027, föredragande @{person}, 15 min",
    example3: "vad kan du göra?",
  },
  en: {
    local: "local channel",
    language: "Language",
    dark: "Dark mode",
    rail: "Network, people and clock",
    you_are: "You are",
    speak_as: "Speak as",
    join: "Add a person",
    name: "First and last name",
    add: "Add",
    clock: "Move the clock on",
    to_next: "Next reminder",
    one_day: "One day",
    until: "Until",
    go: "Go",
    next_due: "Next reminder: {when}",
    nothing_due: "Nothing is waiting to be sent.",
    tabs: "Channel or private",
    channel: "Channel",
    private: "Private with Kansli",
    channel_unread: "Channel, new",
    private_unread: "Private with Kansli, new",
    offline: "No contact with Kansli. Trying again …",
    examples: "Try one of these",
    try: "Try:",
    start_post: "Start a post",
    write_private: "Write to Kansli",
    reply: "Reply",
    reply_in: "Reply in the thread",
    send: "Send",
    mention: "Mention Kansli",
    mention_off: "Kansli only reads what mentions @Kansli.",
    close: "Close",
    typing: "Kansli is answering …",
    edited: "edited",
    bot: "bot",
    card: "Card from Kansli",
    form: "Form",
    failed: "Kansli could not answer just now. Nothing has changed.",
    unreadable_card: "The card cannot be shown.",
    empty_channel: "Nothing here yet. Write the first post.",
    empty_private: "Here you talk with Kansli without the others seeing it.",
    mention_list: "People to mention",
    "role.chair": "chair",
    "role.vice-chair": "vice-chair",
    "role.secretary": "secretary",
    "role.member": "member",
    "role.substitute": "substitute",
    "role.staff": "staff",
    "role.guest": "guest",
    example1: "schedule a meeting on Friday at 9–10 on Teams",
    example2: "add agenda item Budget 2027, presented by @{person}, 15 min",
    example3: "what can you do?",
  },
};

let language = localStorage.getItem("kansli.language") === "en" ? "en" : "sv";

export function currentLanguage() {
  return language;
}

export function say(key, variables = {}) {
  const words = WORDS[language][key] ?? key;
  return words.replace(/\{(\w+)\}/g, (_, name) => variables[name] ?? "");
}

/** Choose the language and word everything in the page that names its words. */
export function speak(chosen) {
  language = chosen;
  localStorage.setItem("kansli.language", chosen);
  document.documentElement.lang = chosen;
  for (const each of document.querySelectorAll("[data-words]")) each.textContent = say(each.dataset.words);
  for (const each of document.querySelectorAll("[data-words-label]")) each.setAttribute("aria-label", say(each.dataset.wordsLabel));
  for (const each of document.querySelectorAll("[data-language]")) each.setAttribute("aria-pressed", String(each.dataset.language === chosen));
}

/** A moment as it reads on the network's wall: "mån 23 nov 2026 09:00", or "09:00" when `now` is the same day. */
export function moment(iso, zone, now) {
  const at = new Date(iso);
  const locale = language === "sv" ? "sv-SE" : "en-GB";
  const day = new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: "short", day: "numeric", month: "short", year: "numeric" });
  const time = new Intl.DateTimeFormat(locale, { timeZone: zone, hour: "2-digit", minute: "2-digit" }).format(at);
  return now && day.format(at) === day.format(now) ? time : `${day.format(at)} ${time}`;
}
