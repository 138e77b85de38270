import { COUNTRIES } from "../countries";
import { AppError } from "../errors";
import { decimalToMinor } from "../money";
import { textProblem } from "../text";
import { type DateReader, dateReader } from "./dates";
import { type Formula, FormulaError, parseFormula } from "./formula";
import type { FileLine } from "./lines";
import { parseRational, toDecimalText } from "./rational";
import {
  AMOUNT_FIELDS,
  type AmountField,
  type AmountSource,
  type ImportMapping,
  LINE_PLACEHOLDER,
  PLACEHOLDER,
  TEXT_FIELDS,
  type TextSource,
  type TimeSource,
} from "./schema";

/** Why a line was not imported; `column` holds several names where several columns make the value. */
export interface Refusal {
  line: number;
  column: string;
  reason: string;
}

/** What a line says, before the record's own schema has checked it. */
export interface Draft {
  record: Record<string, unknown>;
  account: { name: string | null; currency: string | null; country: string | null };
}

export interface LineMapper {
  header: readonly string[];
  /** What is wrong with the line as such, before anything is read from it: number of values, broken characters. */
  check(line: FileLine): Refusal[];
  /** The draft, or every reason why there is none. */
  map(line: FileLine): { draft: Draft; refusals: Refusal[] };
  /** The columns that make a field of the record, for refusals by the record's schema. */
  columnsOf(path: readonly PropertyKey[]): string;
}

const ALPHA2 = new Map(COUNTRIES.map(({ code, alpha3 }) => [alpha3, code]));

/** Decimals of up to 15 digits survive a double unchanged; longer ones stay texts. */
const MAX_NUMBER_DIGITS = 15;

/**
 * Binds a mapping to a file's header. @throws AppError `bad_request` in one sentence that names the columns which the
 * mapping uses and the file lacks, or which the file has twice
 */
export function bindMapping(mapping: ImportMapping, headerLine: FileLine): LineMapper {
  const header = headerLine.fields.map((name) => name.trim());
  checkHeader(header);
  const binder = new Binder(mapping, header);
  const account = {
    name: binder.text("account", mapping.account.name),
    currency: binder.text("account", mapping.account.create?.currency),
    country: binder.text("account", mapping.account.create?.country),
  };
  const texts = TEXT_FIELDS.map((name) => [name, binder.text(name, mapping.fields[name])] as const);
  const amounts = AMOUNT_FIELDS.map((name) => [name, binder.amount(name, mapping.fields[name])] as const);
  const createdAt = binder.time("created_at", mapping.fields.created_at);
  const metadata = binder.metadata();
  binder.checkColumns();
  return {
    header,
    check: (line) => lineProblems(line, header),
    columnsOf: (path) => binder.columnsOf(path),
    map(line) {
      const reader = new LineReader(mapping, line);
      const record: Record<string, unknown> = {};
      for (const [name, read] of texts) record[name] = read(reader);
      for (const [name, read] of amounts) record[name] = read(reader, record[currencyOf(name)]);
      record.created_at = createdAt(reader);
      record.metadata = metadata(reader);
      const draft = {
        record,
        account: { name: account.name(reader), currency: account.currency(reader), country: account.country(reader) },
      };
      return { draft, refusals: reader.refusals };
    },
  };
}

function currencyOf(amount: AmountField): "billing_currency" | "processing_currency" {
  return amount === "billing_amount" ? "billing_currency" : "processing_currency";
}

function checkHeader(header: readonly string[]): void {
  const twice = header.filter((name, i) => name !== "" && header.indexOf(name) < i);
  if (twice.length > 0) throw new AppError("bad_request", `The file has two columns ${listed(twice)}`);
  const broken = header.findIndex((name) => textProblem(name) !== null || name.includes("\ufffd"));
  if (broken >= 0)
    throw new AppError("bad_request", `The name of column ${broken + 1} has characters that are not valid UTF-8 text`);
}

function lineProblems({ line, fields }: FileLine, header: readonly string[]): Refusal[] {
  if (fields.length !== header.length)
    return [{ line, column: "", reason: `Has ${fields.length} values, but the header has ${header.length} columns` }];
  return fields.flatMap((value, i) => {
    const reason = value.includes("\0")
      ? "Has a NUL character"
      : value.includes("\ufffd")
        ? "Has a character that is not valid UTF-8"
        : null;
    return reason ? [{ line, column: header[i] ?? "", reason }] : [];
  });
}

/** Reads the values of one line, and gathers what is wrong with them. */
class LineReader {
  readonly line: number;
  readonly refusals: Refusal[] = [];
  readonly #fields: readonly string[];
  readonly #nulls: readonly string[];

  constructor(mapping: ImportMapping, { line, fields }: FileLine) {
    this.line = line;
    this.#fields = fields;
    this.#nulls = mapping.null_markers;
  }

  /** The value, trimmed; null for one of the null markers. */
  value(index: number): string | null {
    const value = (this.#fields[index] ?? "").trim();
    return this.#nulls.includes(value) ? null : value;
  }

  refuse(column: string, reason: string): null {
    this.refusals.push({ line: this.line, column, reason });
    return null;
  }
}

type Read<T> = (reader: LineReader) => T | null;

/** Turns sources into readers, and remembers which columns they use. */
class Binder {
  readonly #mapping: ImportMapping;
  readonly #header: readonly string[];
  readonly #used = new Map<string, Set<string>>();
  readonly #metadataColumns = new Set<string>();

  constructor(mapping: ImportMapping, header: readonly string[]) {
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

function numberOf(text: string, mark: ImportMapping["decimal_mark"]): number | null {
  const plain = mark === "," ? text.replace(",", ".") : text;
  const isDecimal = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(plain) && plain.length <= MAX_NUMBER_DIGITS;
  return isDecimal && (mark === "." || !text.includes(".")) ? Number(plain) : null;
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

function listed(names: readonly string[]): string {
  return names.map((name) => JSON.stringify(name)).join(", ");
}
