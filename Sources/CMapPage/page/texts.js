// Every text of the page comes from texts.json, or with the layers from the server, in two languages.
const dictionary = await (await fetch("/page/texts.json")).json();
const place = { zh: 0, en: 1 };
let language = "zh";

export function setLanguage(value) {
  language = value in place ? value : "zh";
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = text(element.dataset.text);
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    const label = text(element.dataset.label);
    element.setAttribute("aria-label", label);
    element.title = label;
    if ("placeholder" in element) element.placeholder = label;
  }
}

export const currentLanguage = () => language;

/** A text of the page; `%` in it stands for the value. */
export function text(key, value = "") {
  const words = dictionary[key];
  return words ? words[place[language]].replace("%", value) : key;
}

/** A text that the server gives as {zh, en}. */
export const wording = (words) => (words ? words[language] : "");
