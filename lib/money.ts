import { findCurrency } from "./currencies";

/**
 * The largest amount of one record, in minor units. All integers of 15 digits survive JSON, spreadsheets and doubles
 * unchanged, and nine such amounts can be added before `Number.MAX_SAFE_INTEGER` is reached.
 */
export const MAX_AMOUNT_MINOR = 999_999_999_999_999;

/** An amount read from text, or the reason why it could not be, as a sentence for its writer. */
export type AmountResult = { ok: true; amountMinor: number } | { ok: false; message: string };

/** What happens to decimals a currency does not have: refused, or rounded with halves going to the even neighbour. */
export type Rounding = "exact" | "half-even";

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?$/;
const GROUPED = /^[+-]?\d{1,3}(?:([ \u00a0\u202f'’,])\d{3})(?:\1\d{3})*(?:\.\d*)?$/;
const MAX_TEXT_LENGTH = 64;

/** Decimals of an ISO 4217 currency. Throws a RangeError for a code that is not in our table. */
export function exponentOf(currency: string): number {
  const found = findCurrency(currency);
  if (!found) throw new RangeError(`Unknown currency ${JSON.stringify(currency)}`);
  return found.exponent;
}

/**
 * Reads an amount as a person types it (`1234.5`, `1 234.50`, `1,234.50`). A comma without a point is refused, because
 * `1,234` means two amounts; so are more decimals than the currency has.
 */
export function parseAmount(text: string, currency: string): AmountResult {
  const exponent = findCurrency(currency)?.exponent;
  if (exponent === undefined) return refuse("Choose a currency first");
  const trimmed = text.trim();
  if (trimmed === "") return refuse("Enter an amount");
  if (trimmed.includes(",") && !(trimmed.includes(".") && GROUPED.test(trimmed))) {
    return refuse("Write decimals after a point, and thousands without a comma, such as 1234.50");
  }
  const plain = GROUPED.test(trimmed) ? trimmed.replace(/[^\d.+-]/g, "") : trimmed;
  const decimals = plain.split(".")[1]?.length ?? 0;
  if (DECIMAL.test(plain) && decimals > exponent) {
    return refuse(exponent === 0 ? `${currency} has no decimals` : `${currency} has ${exponent} decimals at most`);
  }
  return decimalToMinor(plain, currency, "exact");
}

/**
 * Reads a plain decimal (`-12.345`) into minor units, without floating point. `exact` takes further decimals only if
 * they are zeros; `half-even` rounds them.
 */
export function decimalToMinor(decimal: string, currency: string, rounding: Rounding): AmountResult {
  const exponent = findCurrency(currency)?.exponent;
  if (exponent === undefined) return refuse(`Unknown currency ${JSON.stringify(currency.slice(0, 10))}`);
  const match = decimal.length <= MAX_TEXT_LENGTH ? DECIMAL.exec(decimal) : null;
  const [, sign = "", whole = "", fraction = ""] = match ?? [];
  if (!match || whole + fraction === "") return refuse("Enter a number, such as 1234.50");
  const rest = fraction.slice(exponent);
  let minor = BigInt(whole + fraction.slice(0, exponent).padEnd(exponent, "0"));
  if (/[1-9]/.test(rest)) {
    if (rounding === "exact") return refuse(`${currency} has ${exponent} decimals at most`);
    const twice = BigInt(rest) * 2n;
    const one = 10n ** BigInt(rest.length);
    if (twice > one || (twice === one && minor % 2n === 1n)) minor += 1n;
  }
  if (minor > BigInt(MAX_AMOUNT_MINOR)) return refuse("The amount is too large");
  const amountMinor = Number(minor);
  return { ok: true, amountMinor: sign === "-" && amountMinor !== 0 ? -amountMinor : amountMinor };
}

/** The amount as a plain decimal with all decimals of its currency, such as `"12.34"` or `"-0.005"`. */
export function formatDecimal(amountMinor: number, currency: string): `${number}` {
  const exponent = exponentOf(currency);
  if (!Number.isSafeInteger(amountMinor)) throw new RangeError(`${amountMinor} is not an amount in minor units`);
  const digits = Math.abs(amountMinor)
    .toString()
    .padStart(exponent + 1, "0");
  const point = digits.length - exponent;
  const decimal = `${amountMinor < 0 ? "-" : ""}${digits.slice(0, point)}${exponent > 0 ? `.${digits.slice(point)}` : ""}`;
  // Only digits, one point and a sign were put together above: a numeric literal, which the compiler cannot see.
  return decimal as `${number}`;
}

/** The amount for reading, such as `€1,234.50`: shape by locale, decimals by ISO 4217. */
export function formatAmount(amountMinor: number, currency: string, locale = "en"): string {
  return formatterOf(currency, locale, "currency").format(formatDecimal(amountMinor, currency));
}

/** The amount without its currency, such as `1,234.50`, for a column or row that names the currency already. */
export function formatBareAmount(amountMinor: number, currency: string, locale = "en"): string {
  return formatterOf(currency, locale, "decimal").format(formatDecimal(amountMinor, currency));
}

/** The sum in minor units. Throws a RangeError rather than leave the safe integers. */
export function addMinor(...amountsMinor: readonly number[]): number {
  let sum = 0;
  for (const amountMinor of amountsMinor) {
    sum += amountMinor;
    if (!Number.isSafeInteger(amountMinor) || !Number.isSafeInteger(sum)) throw new RangeError("Amounts overflow");
  }
  return sum;
}

const RATE_DIGITS = 6;
const MAX_RATE_DECIMALS = 12;

/**
 * How much of the second currency one unit of the first came to, as a plain decimal with six significant digits (`"1.08432"`),
 * worked out without floating point; halves go to the even neighbour. `null` where an amount is 0, or the
 * rate too small to write down.
 * Throws a RangeError for a currency that is not in our table.
 */
export function impliedRate(
  from: { amountMinor: number; currency: string },
  to: { amountMinor: number; currency: string },
): string | null {
  if (from.amountMinor <= 0 || to.amountMinor <= 0) return null;
  const above = BigInt(to.amountMinor) * 10n ** BigInt(exponentOf(from.currency));
  const below = BigInt(from.amountMinor) * 10n ** BigInt(exponentOf(to.currency));
  let decimals = 0;
  const scaled = () => (above * 10n ** BigInt(decimals)) / below;
  while (decimals < MAX_RATE_DECIMALS && scaled() < 10n ** BigInt(RATE_DIGITS - 1)) decimals += 1;
  let digits = scaled();
  const twiceRest = 2n * (above * 10n ** BigInt(decimals) - digits * below);
  if (twiceRest > below || (twiceRest === below && digits % 2n === 1n)) digits += 1n;
  if (digits === 0n) return null;
  const text = digits.toString().padStart(decimals + 1, "0");
  if (decimals === 0) return text;
  return `${text.slice(0, -decimals)}.${text.slice(-decimals)}`.replace(/\.?0+$/, "");
}

const formatters = new Map<string, Intl.NumberFormat>();

// Making a formatter costs as much as a thousand uses of it; the bound is there because locales come from requests.
function formatterOf(currency: string, locale: string, style: "currency" | "decimal"): Intl.NumberFormat {
  const key = `${locale} ${currency} ${style}`;
  const known = formatters.get(key);
  if (known) return known;
  const digits = exponentOf(currency);
  const made = new Intl.NumberFormat(locale, {
    style,
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  if (formatters.size >= 1_000) formatters.clear();
  formatters.set(key, made);
  return made;
}

function refuse(message: string): AmountResult {
  return { ok: false, message };
}
