/**
 * All uses of `Intl`, in one file. Instants are RFC 3339 in UTC, days `YYYY-MM-DD`; `locale` is one
 * of our languages, and Portuguese is Brazilian.
 */
const tags: Readonly<Record<string, string>> = { en: "en", es: "es-419", fr: "fr", pt: "pt-BR" };
const toTag = (locale: string): string => tags[locale] ?? locale;
/** Puts the day before the month in English too, as the sources and most of the region do. */
const toDateTag = (locale: string): string => (locale === "en" ? "en-GB" : toTag(locale));

/** Formats `22 November 2026`, in words: digits alone are read in two orders in the Americas. */
export const formatDay = (day: string, locale: string): string =>
  dateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** Formats a date as precisely as it is known: a year, a month or a day. */
export const formatPartialDate = (date: string, locale: string): string => {
  if (date.length === 4) return date;
  if (date.length > 7) return formatDay(date, locale);
  return dateTimeFormat(locale, { year: "numeric", month: "long", timeZone: "UTC" }).format(
    new Date(`${date}-01T00:00:00Z`),
  );
};

/** Formats date, time and zone, in `zone` or else the device's own. */
export const formatInstant = (instant: string, locale: string, zone?: string): string =>
  dateTimeFormat(locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
    ...(zone === undefined ? {} : { timeZone: zone }),
  }).format(new Date(instant));

/** Formats a local date and time without a zone, `2026-11-21T22:10`, as `<input>` gives it. */
export const formatLocalTime = (local: string, locale: string): string =>
  dateTimeFormat(locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: "UTC",
  }).format(new Date(`${local.slice(0, 16)}:00Z`));

/** Formats `14:05`, on a 24-hour clock, so that no am or pm can be misread. */
export const formatTime = (instant: string, locale: string, zone?: string): string =>
  dateTimeFormat(locale, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    ...(zone === undefined ? {} : { timeZone: zone }),
  }).format(new Date(instant));

/** Formats `Monday 08:00`. */
export const formatWeekdayTime = (instant: string, locale: string, zone: string): string =>
  dateTimeFormat(locale, {
    weekday: "long",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
  }).format(new Date(instant));

/** Returns the name of ISO 8601 weekday 1 (Monday) to 7. */
export const formatWeekday = (weekday: number, locale: string): string =>
  dateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(
    new Date(Date.UTC(2024, 0, weekday)),
  );

export const formatNumber = (value: number, locale: string): string => {
  const known = numberFormats.get(locale) ?? new Intl.NumberFormat(toTag(locale));
  numberFormats.set(locale, known);
  return known.format(value);
};

const numberFormats = new Map<string, Intl.NumberFormat>();

/** Formats `12.3 MB` or `10.7 GB`, as a phone's own settings do. */
export const formatBytes = (bytes: number, locale: string): string => {
  const isLarge = bytes >= 1_000_000_000;
  const amount = bytes / (isLarge ? 1_000_000_000 : 1_000_000);
  return new Intl.NumberFormat(toTag(locale), {
    style: "unit",
    unit: isLarge ? "gigabyte" : "megabyte",
    maximumFractionDigits: amount < 100 ? 1 : 0,
  }).format(amount);
};

export const formatList = (parts: readonly string[], locale: string): string =>
  new Intl.ListFormat(toTag(locale), { type: "conjunction" }).format(parts);

/** Returns the name of a State, ISO 3166-1 alpha-2, in the reader's language. */
export const formatStateName = (code: string, locale: string): string =>
  displayNames(locale, "region").of(code) ?? code;

/** Returns the name of a language, ISO 639; capitalized, for use on its own. */
export const formatLanguageName = (code: string, locale: string): string => {
  const name = displayNames(locale, "language").of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(toTag(locale)) + name.slice(1);
};

/** Formats `English and Spanish`: names in a list are written as within a sentence. */
export const formatLanguageNames = (codes: readonly string[], locale: string): string => {
  const list = formatList(
    codes.map((code) => displayNames(locale, "language").of(code) ?? code),
    locale,
  );
  return list.charAt(0).toLocaleUpperCase(toTag(locale)) + list.slice(1);
};

/**
 * Formats "3 days ago", "in 2 hours": the largest unit that fits. A negative `deltaMs` is the past.
 */
export const formatRelative = (deltaMs: number, locale: string): string => {
  const relative = new Intl.RelativeTimeFormat(toTag(locale), { numeric: "auto" });
  const minutes = Math.round(deltaMs / 60_000);
  if (Math.abs(minutes) < 60) return relative.format(minutes, "minute");
  const hours = Math.round(minutes / 60);
  if (Math.abs(hours) < 48) return relative.format(hours, "hour");
  return relative.format(Math.round(hours / 24), "day");
};

/** Formats "45 seconds", "3 minutes", for a countdown; minutes are rounded up. */
export const formatDuration = (seconds: number, locale: string): string => {
  const isShort = seconds < 90;
  return new Intl.NumberFormat(toTag(locale), {
    style: "unit",
    unit: isShort ? "second" : "minute",
    unitDisplay: "long",
  }).format(isShort ? seconds : Math.ceil(seconds / 60));
};

/**
 * Sorts by name, ignoring accents and case, as our four languages do. A phone's first
 * `Intl.Collator` adds 24 ms to a start; a test compares this with the collator's order.
 */
export const sortByName = <T>(named: readonly T[], nameOf: (each: T) => string): readonly T[] =>
  named
    .map((each) => ({ each, bare: toBareLetters(nameOf(each)) }))
    .toSorted((a, b) => (a.bare < b.bare ? -1 : Number(a.bare > b.bare)))
    .map(({ each }) => each);

const toBareLetters = (name: string): string =>
  name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Returns the device's own zone, by its IANA name. */
export const deviceZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Creating a formatter costs 50 times its use, so one per locale and options is kept. */
const dateTimeFormat = (
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat => {
  const key = locale + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(toDateTag(locale), options);
  formats.set(key, made);
  return made;
};

const names = new Map<string, Intl.DisplayNames>();

const displayNames = (locale: string, type: "region" | "language"): Intl.DisplayNames => {
  const key = locale + type;
  const known = names.get(key);
  if (known) return known;
  const made = new Intl.DisplayNames(toTag(locale), { type });
  names.set(key, made);
  return made;
};
