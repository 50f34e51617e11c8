// Writes numbers, times and money as their reader is used to.

import { language, t } from "./texts.js";

const numbers = new Intl.NumberFormat(language);
const rates = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto", style: "short" });
const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
const hours = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const dates = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "medium" });

const UNITS = [["day", 86_400], ["hour", 3_600], ["minute", 60], ["second", 1]];

export const number = (value) => numbers.format(value);
export const rate = (value) => rates.format(value);
export const timeOfDay = (time) => clock.format(new Date(time));
export const hourOfDay = (time) => hours.format(new Date(time));
export const moment = (time) => dates.format(new Date(time));

/** How long ago, roughly: "3 min. ago". */
export function ago(time, now = Date.now()) {
  const seconds = Math.round((new Date(time) - now) / 1000);
  const [unit, size] = UNITS.find(([, least]) => Math.abs(seconds) >= least) ?? UNITS.at(-1);
  return relative.format(Math.trunc(seconds / size), unit);
}

/** How long, in its two largest units: "1 h 12 min"; below ten seconds with a decimal, below one in ms. */
export function duration(milliseconds) {
  const value = Math.max(0, milliseconds);
  if (value < 1_000) return t("duration.ms", number(Math.round(value)));
  if (value < 10_000) return t("duration.s", rates.format(value / 1_000));
  let rest = Math.round(value / 1_000);
  const parts = [];
  for (const [unit, size] of UNITS) {
    const whole = Math.floor(rest / size);
    rest -= whole * size;
    if (whole > 0) parts.push(t(`duration.${unit === "minute" ? "min" : unit[0]}`, number(whole)));
  }
  return parts.slice(0, 2).join(" ");
}

/** An amount of money; a text of digits keeps all of them. */
export function money(amount, currency) {
  try {
    return new Intl.NumberFormat(language, { style: "currency", currency }).format(amount);
  } catch {
    return `${amount} ${currency}`;
  }
}
