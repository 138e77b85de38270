import { COUNTRIES } from "../countries";
import { AppError } from "../errors";
import { decimalToMinor } from "../money";
import { type DateReader, dateReader } from "./dates";
import { type Formula, FormulaError, parseFormula } from "./formula";
import type { LineReader } from "./line-reader";
import { parseRational, toDecimalText } from "./rational";
import {
  type AmountField,
  type AmountSource,
  type CommonMapping,
  LINE_PLACEHOLDER,
  PLACEHOLDER,
  type TextSource,
  type TimeSource,
} from "./schema";

const ALPHA2 = new Map(COUNTRIES.map(({ code, alpha3 }) => [alpha3, code]));

/** Decimals of up to 15 digits survive a double unchanged; longer ones stay texts. */
const MAX_NUMBER_DIGITS = 15;

type Read<T> = (reader: LineReader) => T | null;

/** Turns sources into readers, and remembers which columns they use. */
export class Binder {
  readonly #mapping: CommonMapping;
  readonly #header: readonly string[];
  readonly #used = new Map<string, Set<string>>();
  readonly #metadataColumns = new Set<string>();

  constructor(mapping: CommonMapping, header: readonly string[]) {
    this.#mapping = mapping;
    this.#header = header;
  }

  text(field: string, source: TextSource | undefined): Read<string> {
    if (!source) return () => null;
    if (source.constant !== undefined) {
      const { constant } = source;
      return () => constant;
    }
    if (source.template !== undefined) return this.#template(field, source.template);
    const column = source.column ?? "";
    const index = this.#index(field, column);
    const values = source.values && new Map(Object.entries(source.values));
    return (reader) => {
      const value = reader.value(index);
      if (value === null) return null;
      const listed = values?.get(value);
      if (listed !== undefined) return listed;
      // With a conversion the table holds the exceptions, otherwise everything that there is.
      if (source.convert === "country_alpha3")
        return (
          ALPHA2.get(value) ??
          reader.refuse(column, `${quoted(value)} is not an ISO 3166 country code of three letters`)
        );
      return values ? reader.refuse(column, `${quoted(value)} is not in the mapping's table of ${field}`) : value;
    };
  }

  amount(
    field: AmountField,
    source: AmountSource | undefined,
  ): (reader: LineReader, currency: unknown) => number | null {
    if (!source) return () => null;
    const formula = parseFormula(source.formula);
    const indexes = new Map(formula.columns.map((column) => [column, this.#index(field, column)]));
    const mark = this.#mapping.decimal_mark;
    return (reader, currency) => {
      const decimal = evaluate(formula, reader, (column) => {
        const text = reader.value(indexes.get(column) ?? -1);
        if (text === null) return null;
        return parseRational(text, mark) ?? reader.refuse(column, `${quoted(text)} is not a number`);
      });
      if (decimal === null) return null;
      const column = formula.columns.join(", ");
      if (source.unit === "minor") {
        const isWhole = /^-?\d{1,15}$/.test(decimal);
        return isWhole
          ? Number(decimal)
          : reader.refuse(column, `${field}: ${decimal} is not a whole number of minor units`);
      }
      // Without its currency nobody knows what the number means; with an unknown one its own field is refused.
      if (typeof currency !== "string") return reader.refuse(column, `${field}: ${currencyOf(field)} is missing`);
      const amount = decimalToMinor(decimal, currency, source.rounding);
      return amount.ok ? amount.amountMinor : reader.refuse(column, `${field}: ${amount.message}`);
    };
  }

  time(field: string, source: TimeSource | undefined): Read<string> {
    if (!source) return () => null;
    const indexes = source.columns.map((column) => this.#index(field, column));
    const read: DateReader = dateReader(source.format, source.time_zone);
    const column = source.columns.join(", ");
    return (reader) => {
      const values = indexes.map((index) => reader.value(index));
      if (values.every((value) => value === null)) return null;
      const text = values.map((value) => value ?? "").join(" ");
      const date = read(text);
      return date
        ? date.toISOString()
        : reader.refuse(column, `${quoted(text)} is not a date of the form ${source.format}`);
    };
  }

  metadata(): Read<Record<string, unknown>> {
    const { rest, include, exclude, numbers, fields } = this.#mapping.metadata;
    const named = Object.entries(fields).map(([key, source]) => [key, this.text(`metadata.${key}`, source)] as const);
    const used = new Set([...this.#used.values()].flatMap((columns) => [...columns]));
    const isRest = (name: string) => rest && name !== "" && !used.has(name);
    for (const name of include) this.#index("metadata", name);
    for (const name of exclude) this.#index("metadata", name);
    const columns = this.#header
      .map((name, index) => ({ name, index, isNumber: Array.isArray(numbers) ? numbers.includes(name) : numbers }))
      .filter(({ name }) => (isRest(name) || include.includes(name)) && !exclude.includes(name));
    for (const { name } of columns) this.#metadataColumns.add(name);
    const mark = this.#mapping.decimal_mark;
    return (reader) => {
      // Entries, since assigning to a key such as __proto__ would lose it in silence.
      const entries: [string, unknown][] = [];
      for (const { name, index, isNumber } of columns) {
        const value = reader.value(index);
        if (value !== null) entries.push([name, (isNumber ? numberOf(value, mark) : null) ?? value]);
      }
      for (const [key, read] of named) {
        const value = read(reader);
        if (value !== null) entries.push([key, value]);
      }
      return Object.fromEntries(entries);
    };
  }

  /** @throws AppError if the mapping has named columns that the file lacks. */
  checkColumns(): void {
    const names = [...this.#used.values()].flatMap((columns) => [...columns]);
    const missing = [...new Set(names)].filter((name) => !this.#header.includes(name));
    if (missing.length > 0)
      throw new AppError("bad_request", `The mapping names columns that the file does not have: ${listed(missing)}`);
  }

  columnsOf([field, key]: readonly PropertyKey[]): string {
    if (field === "metadata" && this.#metadataColumns.has(String(key))) return String(key);
    const own = field === "metadata" ? this.#used.get(`metadata.${String(key)}`) : this.#used.get(String(field));
    return [...(own ?? [])].join(", ");
  }

  #template(field: string, template: string): Read<string> {
    // Split by a pattern with one group: texts and placeholders take turns.
    const parts = template.split(PLACEHOLDER).map((part, i) => {
      if (i % 2 === 0) return () => part;
      if (part === LINE_PLACEHOLDER) return (reader: LineReader) => String(reader.line);
      const index = this.#index(field, part);
      return (reader: LineReader) => reader.value(index);
    });
    return (reader) => {
      const values = parts.map((read) => read(reader));
      return values.includes(null) ? null : values.join("");
    };
  }

  #index(field: string, column: string): number {
    const columns = this.#used.get(field) ?? new Set();
    this.#used.set(field, columns.add(column));
    return this.#header.indexOf(column);
  }
}

function evaluate(formula: Formula, reader: LineReader, read: Parameters<Formula["evaluate"]>[0]): string | null {
  try {
    const value = formula.evaluate(read);
    return value && toDecimalText(value);
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    return reader.refuse(formula.columns.join(", "), error.message);
  }
}

function numberOf(text: string, mark: CommonMapping["decimal_mark"]): number | null {
  const plain = mark === "," ? text.replace(",", ".") : text;
  const isDecimal = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(plain) && plain.length <= MAX_NUMBER_DIGITS;
  return isDecimal && (mark === "." || !text.includes(".")) ? Number(plain) : null;
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

/** The currency that an amount is in. */
export function currencyOf(amount: AmountField): "billing_currency" | "processing_currency" {
  return amount === "billing_amount" ? "billing_currency" : "processing_currency";
}

/** Names in quotation marks, for a sentence. */
export function listed(names: readonly string[]): string {
  return names.map((name) => JSON.stringify(name)).join(", ");
}
