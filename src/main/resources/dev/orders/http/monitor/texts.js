// What the page says, in the language of its reader.

import { remembered } from "./memory.js";

const LANGUAGES = ["en", "ko"];
const chosen = remembered("language", LANGUAGES);

let texts = {};

/** The language: the one that was chosen, else the first of the browser's that we speak. */
export const language =
  chosen.get() ?? navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => LANGUAGES.includes(tag)) ?? "en";

/** Fetches the texts. */
export async function loadTexts() {
  const response = await fetch(new URL(`./${language}.json`, import.meta.url));
  texts = await response.json();
  document.documentElement.lang = language;
}

/** Speaks another language from now on. */
export function speak(other) {
  chosen.set(other);
  location.reload();
}

/** A text, with {0}, {1} … filled in; a key that is missing shows as itself. */
export function t(key, ...values) {
  return (texts[key] ?? key).replace(/\{(\d)\}/g, (_, place) => values[place] ?? "");
}

/** True when there is a text. */
export function has(key) {
  return key in texts;
}

const plural = new Intl.PluralRules(language);

/** A text about a number of things, in the right one of its forms. */
export function count(key, number, ...values) {
  return t(`${key}.${plural.select(number)}`, number.toLocaleString(language), ...values);
}
