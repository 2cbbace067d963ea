// Writes the locale tables of internal/i18n from the CLDR data inside Node.js
// (Intl). No packages are needed:
//
//	node tools/cldr/generate.mjs
//
// Node must carry full ICU data. The output depends only on its CLDR version,
// which is written into the files. Each pattern is checked against Intl for
// every month before anything is written.

import { writeFileSync } from "node:fs";

const out = (name) => new URL(`../../internal/i18n/${name}`, import.meta.url);

// Languages with tables of their own: those of the EU and EEA states, then
// neighbours and frequent partners.
const languages = `bg cs da de el en es et fi fr ga hr hu is it lt lv mt nb nl nn pl pt ro sk sl sv
  ar bs mk sq sr tr uk zh`.split(/\s+/);

// Bare "en" and "pt" mean the European usage here; CLDR means the American one.
const european = { en: "en-GB", pt: "pt-PT" };

// Regional forms that may differ from their language's; equal ones are dropped.
const regions = `de-AT de-CH de-LI en-IE en-US es-MX fr-BE fr-CH fr-LU it-CH nl-BE pt-BR
  sv-FI el-CY hr-BA ro-MD tr-CY`.split(/\s+/);

// ISO 3166-1 alpha-2, with the European Union and Kosovo (XK, as the EU writes).
const notCountries = new Set("AC CP CQ DG EA EZ IC QO TA UN XA XB ZZ".split(" "));

// Languages whose names are needed: for "recording in …" and lang attributes.
const named = `ar az be bg bn bs ca cs cy da de el en es et eu fa fi fo fr fy ga gd gl ha he hi hr hu hy
  id is it ja ka kk kl ko ku la lb lt lv mk ml mt nb ne nl nn no oc pa pl ps pt rm ro rom ru sc se si
  sk sl so sq sr sv sw ta th ti tl tr uk ur vi wo zh`.split(/\s+/);

const currencies = `GBP USD CHF NOK SEK DKK ISK PLN CZK HUF RON BGN UAH RSD MKD ALL BAM TRY`.split(/\s+/);

// CLDR shows months as numbers where these languages ask for a short month.
const shortMonths = {
  bg: "яну|фев|март|апр|май|юни|юли|авг|септ|окт|ноем|дек",
  lt: "saus.|vas.|kov.|bal.|geg.|birž.|liep.|rugp.|rugs.|spal.|lapkr.|gruod.",
};

const utc = { timeZone: "UTC", numberingSystem: "latn" };
const day = (y, m, d, h = 0, min = 0) => new Date(Date.UTC(y, m - 1, d, h, min));
const months = [...Array(12).keys()].map((i) => i + 1);
const plain = (s) => s.replace(/[\u2009\u202f\u00a0]/g, " ");

function parts(locale, options, date) {
  return new Intl.DateTimeFormat(locale, { ...utc, ...options }).formatToParts(date);
}

function part(locale, options, date, type) {
  return parts(locale, options, date).find((p) => p.type === type)?.value;
}

// pattern turns one formatted date into a pattern such as "{d} {M} {y}".
function pattern(locale, options, date, names) {
  return plain(parts(locale, options, date).map((p) => (p.type in names ? `{${names[p.type]}}` : p.value)).join(""));
}

function dates(locale) {
  const long = { dateStyle: "long" }, full = { dateStyle: "full" }, alone = { year: "numeric", month: "long" };
  const mid = day(2020, 6, 15);
  const t = {
    months: months.map((m) => part(locale, long, day(2020, m, 1), "month")),
    alone: months.map((m) => part(locale, alone, day(2020, m, 1), "month")),
    short: shortMonths[locale.slice(0, 2)]?.split("|") ?? months.map((m) =>
      new Intl.DateTimeFormat(locale, { ...utc, month: "short" }).format(day(2020, m, 1))),
    weekdays: [...Array(7).keys()].map((i) => part(locale, full, day(2020, 3, 1 + i), "weekday")),
    long: pattern(locale, long, mid, { day: "d", month: "M", year: "y" }),
    full: pattern(locale, full, mid, { weekday: "E", day: "d", month: "M", year: "y" }),
    month: pattern(locale, alone, mid, { month: "L", year: "y" }),
    year: pattern(locale, { year: "numeric" }, mid, { year: "y" }),
  };
  verifyDates(locale, t, { long, full, month: alone });
  return t;
}

function verifyDates(locale, t, options) {
  for (const m of months) {
    const date = day(2021, m, m + 3);
    const values = { d: m + 3, y: 2021, M: t.months[m - 1], L: t.alone[m - 1], E: t.weekdays[date.getUTCDay()] };
    for (const [name, option] of Object.entries(options)) {
      const ours = t[name].replace(/\{(\w)\}/g, (_, k) => values[k]);
      const theirs = plain(new Intl.DateTimeFormat(locale, { ...utc, ...option }).format(date));
      if (ours !== theirs) throw new Error(`${locale} ${name}: ${ours} is not ${theirs}`);
    }
  }
}

function times(locale) {
  const options = { timeStyle: "short" };
  const padded = part(locale, options, day(2020, 1, 1, 9), "hour") === "09";
  const half = part(locale, options, day(2020, 1, 1, 15), "hour") !== "15";
  const hour = half ? "h" : padded ? "HH" : "H";
  return {
    time: pattern(locale, options, day(2020, 1, 1, 9), { hour, minute: "m", dayPeriod: "a" }),
    am: half ? part(locale, options, day(2020, 1, 1, 9), "dayPeriod") : "",
    pm: half ? part(locale, options, day(2020, 1, 1, 15), "dayPeriod") : "",
  };
}

// shape turns one formatted number into a pattern such as "{-}{n} €".
function shape(locale, options, value) {
  const names = { integer: "n", currency: "c", minusSign: "-" };
  let inNumber = false;
  return new Intl.NumberFormat(locale, { numberingSystem: "latn", ...options }).formatToParts(value).map((p) => {
    if (["group", "decimal", "fraction"].includes(p.type)) return "";
    if (p.type === "integer") { if (inNumber) return ""; inNumber = true; }
    return p.type in names ? `{${names[p.type]}}` : p.value;
  }).join("");
}

function symbol(locale, currency) {
  return new Intl.NumberFormat(locale, { style: "currency", currency }).formatToParts(1).find((p) => p.type === "currency").value;
}

function numbers(locale) {
  const euro = { style: "currency", currency: "EUR", currencyDisplay: "narrowSymbol", maximumFractionDigits: 0 };
  const number = (options, value, type) => new Intl.NumberFormat(locale, { numberingSystem: "latn", ...options })
    .formatToParts(value).find((p) => p.type === type)?.value;
  const group = number({}, 1234567, "group");
  return {
    decimal: number({}, 1.5, "decimal"),
    group,
    groupFrom: number({}, 1234, "group") ? 4 : 5,
    minus: number({}, -1, "minusSign"),
    percent: shape(locale, { style: "percent" }, 0.8),
    money: shape(locale, euro, 1234567),
    moneyBelow: shape(locale, euro, -1234567),
    moneyGroup: number(euro, 1234567, "group") ?? group,
    symbols: currencies.map((c) => [c, symbol(locale, c)]).filter(([c, s]) => c !== s).map((p) => p.join("=")),
    sizes: ["kilobyte", "megabyte", "gigabyte"].map((unit) =>
      shape(locale, { style: "unit", unit, unitDisplay: "short" }, 85)),
  };
}

const fields = (locale) => ({ ...dates(locale), ...times(locale), ...numbers(locale) });
const quote = (s) => JSON.stringify(s).replace(/[\u00a0\u2009\u200e\u200f\u202f\u061c]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
const literal = (v) => (typeof v === "number" ? `${v}` : quote(Array.isArray(v) ? v.join("|") : v));

function formatEntry(tag, f) {
  const lines = Object.entries(f).filter(([, v]) => v !== "" && v.length !== 0).map(([k, v]) => `\t\t${k}: ${literal(v)},`);
  return `\t${quote(tag)}: {\n${alignValues(lines).join("\n")}\n\t},`;
}

function alignValues(lines) {
  const width = Math.max(...lines.map((l) => l.indexOf(":")));
  return lines.map((l) => l.replace(/: /, ":".padEnd(width - l.indexOf(":") + 2)));
}

function write(name, body) {
  writeFileSync(out(name), `// Code generated by tools/cldr/generate.mjs from CLDR ${process.versions.cldr}. DO NOT EDIT.
//
// The data are © Unicode, Inc., under the Unicode License v3 (SPDX: Unicode-3.0).

package i18n

${body}`);
}

function writeFormats() {
  const entries = languages.map((l) => [l, fields(european[l] ?? l)]);
  const known = new Map(entries.map(([l, f]) => [l, JSON.stringify(f)]));
  for (const r of regions) {
    const f = fields(r);
    if (known.get(r.slice(0, 2)) !== JSON.stringify(f)) entries.push([r, f]);
  }
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  write("cldr_formats.go", `// formats holds each locale's ways of writing, by language or language-REGION.
var formats = map[string]format{
${entries.map(([tag, f]) => formatEntry(tag, f)).join("\n")}
}
`);
}

function countryCodes() {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const codes = letters.flatMap((a) => letters.map((b) => a + b))
    .filter((c) => names.of(c) && !notCountries.has(c) && Intl.getCanonicalLocales(`und-${c}`)[0] === `und-${c}`);
  if (codes.length !== 251) throw new Error(`${codes.length} codes; ISO 3166-1 has 249, with EU and XK 251`);
  return codes;
}

// names writes one table: the codes, then each language's names in their order.
// The few that a language lacks are English.
function names(file, variable, codes, type) {
  const english = new Intl.DisplayNames("en-GB", { type });
  const rows = [...languages].sort().map((l) => {
    const display = new Intl.DisplayNames(european[l] ?? l, { type, fallback: "none" });
    return [l, codes.map((c) => display.of(c) ?? english.of(c))];
  });
  if (rows.some(([, n]) => n.some((s) => !s || s.includes("|")))) throw new Error(`${file}: a name is missing or holds a bar`);
  const width = Math.max(...rows.map(([l]) => l.length));
  write(file, `// ${variable}Codes lists the codes that ${variable}Names has names for, in its order.
const ${variable}Codes = ${quote(codes.join(" "))}

// ${variable}Names holds, for each language, the names joined by "|".
var ${variable}Names = map[string]string{
${rows.map(([l, n]) => `\t${quote(l)}:${" ".repeat(width - l.length + 1)}${quote(n.join("|"))},`).join("\n")}
}
`);
}

writeFormats();
names("cldr_countries.go", "country", countryCodes(), "region");
names("cldr_languages.go", "language", named, "language");
