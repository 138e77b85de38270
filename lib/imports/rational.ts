/** An exact fraction. The denominator is positive; it is reduced only where a division needs it. */
export interface Rational {
  numerator: bigint;
  denominator: bigint;
}

export type DecimalMark = "." | ",";

const MAX_DIGITS = 40;
const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?$/;

/** Decimals of the text form: more than any currency has, and one digit that says whether anything follows. */
const TEXT_DECIMALS = 12;

/** Reads a plain decimal such as `-12.50`, without grouping; null if it is none or has more than 40 digits. */
export function parseRational(text: string, mark: DecimalMark = "."): Rational | null {
  const trimmed = text.trim();
  if (mark === "," && trimmed.includes(".")) return null;
  const match = DECIMAL.exec(mark === "," ? trimmed.replace(",", ".") : trimmed);
  const [, sign = "", whole = "", fraction = ""] = match ?? [];
  const digits = whole + fraction;
  if (!match || digits === "" || digits.length > MAX_DIGITS) return null;
  const numerator = BigInt(digits);
  return { numerator: sign === "-" ? -numerator : numerator, denominator: 10n ** BigInt(fraction.length) };
}

export function add(a: Rational, b: Rational): Rational {
  if (a.denominator === b.denominator) return { numerator: a.numerator + b.numerator, denominator: a.denominator };
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

export function negate(a: Rational): Rational {
  return { numerator: -a.numerator, denominator: a.denominator };
}

export function multiply(a: Rational, b: Rational): Rational {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator };
}

/** The quotient, or null where the divisor is zero. */
export function divide(a: Rational, b: Rational): Rational | null {
  if (b.numerator === 0n) return null;
  const inverse =
    b.numerator < 0n
      ? { numerator: -b.denominator, denominator: -b.numerator }
      : { numerator: b.denominator, denominator: b.numerator };
  return multiply(a, inverse);
}

/**
 * The value as a plain decimal. What lies beyond twelve decimals is cut off, and a last digit 1 says that something was:
 * rounding the text to fewer decimals gives what rounding the exact value would.
 */
export function toDecimalText({ numerator, denominator }: Rational): string {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const scaled = magnitude * 10n ** BigInt(TEXT_DECIMALS);
  const digits = (scaled / denominator).toString().padStart(TEXT_DECIMALS + 1, "0");
  const isCut = scaled % denominator !== 0n;
  const point = digits.length - TEXT_DECIMALS;
  const fraction = isCut ? `${digits.slice(point)}1` : digits.slice(point).replace(/0+$/, "");
  return `${numerator < 0n ? "-" : ""}${digits.slice(0, point)}${fraction === "" ? "" : `.${fraction}`}`;
}
