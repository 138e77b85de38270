import { COUNTRIES } from "../countries";
import { CURRENCIES } from "../currencies";
import { dateReader } from "./dates";
import type { ColumnSketch } from "./sketch";

/** Texts that files write where they have no value. */
export const NULL_WORDS = ["NULL", "null", "N/A", "n/a", "NA", "NaN", "\\N", "-", "–", "None", "none", "(null)"];

/** Words of other programs for the statuses that a file may bring. */
const STATUS_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    PROCESSED:
      "processed paid succeeded success successful captured complete completed settled done closed ok approved bezahlt pagado paye checkout checkedout refunded partiallyrefunded fullyrefunded",
    FAILED: "failed failure fail declined rejected error noshow chargeback fehlgeschlagen fallido",
    CANCELED: "canceled cancelled cancel void voided abandoned expired storniert cancelado annule",
    PROCESSING: "processing pending authorized authorised inprogress submitted",
    INITIALIZED: "initialized initialised new created open unpaid draft offen",
  }).flatMap(([status, words]) => words.split(" ").map((word) => [word, status])),
);

const FORMATS = [
  "ISO",
  ...["YYYY-MM-DD", "YYYY/M/D", "YYYY.MM.DD", "D.M.YYYY", "D/M/YYYY", "M/D/YYYY", "D-M-YYYY"].flatMap(withTimes),
  ...["D MMM YYYY", "D-MMM-YYYY", "D MMMM YYYY", "MMM D, YYYY", "MMMM D, YYYY", "YYYYMMDD"].flatMap(withTimes),
];

function withTimes(date: string): string[] {
  return [date, `${date} H:mm`, `${date} H:mm:ss`];
}

/** A column's values without those that stand for none. */
export function realValues({ values }: ColumnSketch): string[] {
  return [...values.keys()].filter((value) => value !== "" && !NULL_WORDS.includes(value));
}

/** The part of these values that a test holds for; 0 for none. */
export function shareOf(values: readonly string[], test: (value: string) => boolean): number {
  return values.length === 0 ? 0 : values.filter(test).length / values.length;
}

/** Of values that people typed a few are wrong, and their lines will be refused. */
const MOST = 0.9;

/** The format that fits the values of a column, the day before the month where both would do; null if none fits. */
export function guessDateFormat(values: readonly string[]): string | null {
  const first = values.slice(0, 10);
  const shares = FORMATS.flatMap((format) => {
    const read = dateReader(format, "UTC");
    // Most formats fit nothing in a column: that shows at once.
    if (!first.some((value) => read(value) !== null)) return [];
    return [{ format, share: shareOf(values, (value) => read(value) !== null) }];
  });
  const none = { format: "", share: 0 };
  const best = shares.reduce((one, next) => (next.share > one.share ? next : one), none);
  return best.share >= MOST ? best.format : null;
}

const WITH_POINT = /^-?\d+(?:\.\d+)?$/;
/** Three digits behind a comma are thousands to many. */
const WITH_COMMA = /^-?\d+,(?:\d{1,2}|\d{4,})$/;

/** True if most values are numbers, with whichever mark. */
export function areNumbers(values: readonly string[], most = MOST): boolean {
  return shareOf(values, (value) => WITH_POINT.test(value) || WITH_COMMA.test(value)) >= most;
}

/** True if the values are numbers whose decimals stand behind a comma. */
export function haveDecimalComma(values: readonly string[]): boolean {
  return (
    areNumbers(values, 0.5) &&
    values.some((value) => WITH_COMMA.test(value)) &&
    !values.some((value) => /\d\.\d/.test(value))
  );
}

/** What each value means as a status; words that nobody knows are left out. */
export function statusTable(values: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    values.flatMap((value) => {
      const status =
        STATUS_WORDS[
          value
            .toLowerCase()
            .normalize("NFKD")
            .replace(/[^a-z]/g, "")
        ];
      return status ? [[value, status]] : [];
    }),
  );
}

const CURRENCY_BY_WORD = new Map<string, string>([
  ...CURRENCIES.flatMap(
    ({ code, name }) =>
      [
        [code.toLowerCase(), code],
        [name.toLowerCase(), code],
      ] as const,
  ),
  ["€", "EUR"],
  ["$", "USD"],
  ["us$", "USD"],
  ["£", "GBP"],
  ["¥", "JPY"],
]);

/** The ISO code that each value means; null if one means none. */
export function currencyTable(values: readonly string[]): Record<string, string> | null {
  const entries = values.map((value) => [value, CURRENCY_BY_WORD.get(value.toLowerCase())] as const);
  if (entries.length === 0 || entries.some(([, code]) => code === undefined)) return null;
  return Object.fromEntries(entries) as Record<string, string>;
}

const ALPHA2 = new Set(COUNTRIES.map(({ code }) => code));
const ALPHA3 = new Set(COUNTRIES.map(({ alpha3 }) => alpha3));
const COUNTRY_BY_NAME = new Map(COUNTRIES.map(({ code, name }) => [name.toLowerCase(), code]));

/** How the values of a column become countries; null if they are none. */
export function countrySource(column: ColumnSketch) {
  const values = realValues(column);
  const isCode = (value: string) => ALPHA2.has(value) || ALPHA3.has(value);
  if (values.length === 0 || column.isCut) return null;
  if (values.every((value) => ALPHA2.has(value))) return { column: column.name };
  if (values.every(isCode)) {
    const exceptions = Object.fromEntries(values.filter((value) => ALPHA2.has(value)).map((value) => [value, value]));
    const hasExceptions = Object.keys(exceptions).length > 0;
    return { column: column.name, convert: "country_alpha3" as const, ...(hasExceptions && { values: exceptions }) };
  }
  const named = values.map((value) => [value, COUNTRY_BY_NAME.get(value.toLowerCase())] as const);
  if (named.some(([, code]) => code === undefined)) return null;
  return { column: column.name, values: Object.fromEntries(named) as Record<string, string> };
}

/** The file's number of nights, guests and the like as a formula names it. */
export function formulaName(column: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(column) ? column : `[${column}]`;
}
