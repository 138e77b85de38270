import {
  areNumbers,
  countrySource,
  currencyTable,
  formulaName,
  guessDateFormat,
  haveDecimalComma,
  NULL_WORDS,
  realValues,
  shareOf,
  statusTable,
} from "./guess-values";
import type { AccountMapping, AmountSource, ImportMapping, ImportResource, TextSource, TimeSource } from "./schema";
import { type ColumnSketch, type Delimiter, type FileSketch, shapeOf } from "./sketch";

export interface GuessContext {
  resource: ImportResource;
  delimiter: Delimiter;
  /** Of dates without a zone. */
  timeZone: string;
  /** Of amounts without a currency, and of new accounts. */
  currency: string;
  /** Names of accounts that are there, in lower case. */
  accountNames: ReadonlySet<string>;
  /** Whether accounts that are missing may be made. */
  mayMakeAccounts: boolean;
}

const MAX_METADATA_COLUMNS = 50;
const MAX_KEY_LENGTH = 64;

/** The words of a file that stand for nothing. "NA" is Namibia too: it counts where there is no other word. */
function nullWords(seen: ReadonlySet<string>): string[] {
  const words = NULL_WORDS.filter((word) => seen.has(word));
  return words.length > 1 ? words.filter((word) => word !== "NA") : words;
}

/** A mapping for a file, from the names of its columns and what is in them: a proposal that a person looks at. */
export function guessMapping(sketch: FileSketch, context: GuessContext): ImportMapping {
  const guesser = new Guesser(sketch, context);
  return context.resource === "accounts" ? guesser.accounts() : guesser.payments();
}

class Guesser {
  readonly #sketch: FileSketch;
  readonly #context: GuessContext;
  readonly #free: Set<ColumnSketch>;
  /** Columns that a formula uses, and that are worth keeping as they are. */
  readonly #parts: string[] = [];

  constructor(sketch: FileSketch, context: GuessContext) {
    this.#sketch = sketch;
    this.#context = context;
    this.#free = new Set(sketch.columns.filter(({ name }) => name !== ""));
  }

  payments(): ImportMapping {
    const created_at = this.#time();
    const status = this.#status();
    const account = this.#account();
    const billing_currency = this.#currency(/curr|währung|waehrung|moneda|devise/) ?? {
      constant: this.#context.currency,
    };
    const billing_amount = this.#amount();
    const customer_email = this.#column(
      /e.?mail|correo/,
      (values) => shareOf(values, (value) => value.includes("@")) > 0.9,
    );
    const customer_phone = this.#column(
      /phone|mobile|tel/,
      (values) => shareOf(values, (value) => value.startsWith("+")) > 0.9,
    );
    const failure_reason = this.#column(/(fail|error|decline|reject).*(reason|message|text|code)/);
    const reference = this.#column(
      /^(payment|order|booking|invoice|transaction|reservation|confirmation)?[ _-]?(ref(erence)?|id|no|nr|number|code)$|reference/,
      (_values, column) => [...column.values.values()].every((count) => count === 1),
    );
    return {
      ...this.#common(),
      resource: "payment_intents",
      account: {
        name: account ?? { constant: "Imports" },
        ...(this.#context.mayMakeAccounts && { create: { currency: billing_currency } }),
      },
      fields: {
        ...(billing_amount && { billing_amount }),
        billing_currency,
        ...(status && { status }),
        ...(created_at && { created_at }),
        ...(customer_email && { customer_email }),
        ...(customer_phone && { customer_phone }),
        ...(failure_reason && { failure_reason }),
        ...(reference && { reference }),
      },
      metadata: this.#metadata(),
    };
  }

  accounts(): ImportMapping {
    const parent = this.#column(/parent|above|belongs|region|group|chain|brand/);
    const display_name = this.#column(/display|short|label/);
    const payout_currency = this.#currency(/payout|settle/);
    const currency = this.#currency(/curr|währung|moneda|devise/) ?? { constant: this.#context.currency };
    const country = this.#country();
    const terms_and_conditions_url = this.#column(/terms|conditions|t&c|url/, (values) =>
      values.every((value) => /^https?:\/\//.test(value)),
    );
    const isName = (_values: string[], column: ColumnSketch) => column.isCut || column.values.size > 1;
    const name = this.#column(/^(account[ _-]?)?name$|^(hotel|account|property|merchant|store)/, isName) ??
      this.#column(/./, isName) ?? { constant: "Account" };
    const fields: AccountMapping["fields"] = {
      name,
      ...(parent && { parent }),
      ...(display_name && { display_name }),
      currency,
      ...(payout_currency && { payout_currency }),
      ...(country && { country }),
      ...(terms_and_conditions_url && { terms_and_conditions_url }),
    };
    return { ...this.#common(), resource: "accounts", fields, metadata: this.#metadata() };
  }

  #common() {
    const { header, columns } = this.#sketch;
    const hasComma = columns.some((column) => haveDecimalComma(realValues(column)));
    const seen = new Set(columns.flatMap(({ values }) => [...values.keys()]));
    return {
      source: `${this.#context.resource}-${shapeOf(this.#context.resource, header).slice(0, 8)}`,
      delimiter: this.#context.delimiter,
      decimal_mark: hasComma ? ("," as const) : ("." as const),
      null_markers: ["", ...nullWords(seen)],
    };
  }

  /** Takes the best column for something: its name must fit, and its values if there is a test for them. */
  #take(name: RegExp, fits: (values: string[], column: ColumnSketch) => boolean = () => true): ColumnSketch | null {
    for (const column of this.#free) {
      if (!name.test(column.name.toLowerCase())) continue;
      const values = realValues(column);
      if (values.length === 0 || !fits(values, column)) continue;
      this.#free.delete(column);
      return column;
    }
    return null;
  }

  #column(name: RegExp, fits?: (values: string[], column: ColumnSketch) => boolean): TextSource | null {
    const column = this.#take(name, fits);
    return column && { column: column.name };
  }

  #time(): TimeSource | null {
    const formats = [...this.#free].flatMap((column) => {
      const format = guessDateFormat(realValues(column));
      const isTime = format !== null && !/^\d+$/.test(realValues(column)[0] ?? "");
      return isTime ? [{ column, format }] : [];
    });
    const score = ({ name }: ColumnSketch) =>
      [/created|paid|payment/, /date|datum|fecha|time/, /status|book|order|transaction/].filter((word) =>
        word.test(name.toLowerCase()),
      ).length;
    const [best] = formats.sort((a, b) => score(b.column) - score(a.column));
    if (!best) return null;
    this.#free.delete(best.column);
    return { columns: [best.column.name], format: best.format, time_zone: this.#context.timeZone };
  }

  #status(): TextSource | null {
    const isKnown = (column: ColumnSketch) => {
      const values = realValues(column);
      return !column.isCut && shareOf(values, (value) => Object.keys(statusTable([value])).length > 0) >= 0.5;
    };
    const column =
      this.#take(/status|state|estado|zustand/, (_values, sketch) => isKnown(sketch)) ??
      this.#take(/./, (values, sketch) => values.length > 1 && isKnown(sketch));
    return column && { column: column.name, values: statusTable(realValues(column)) };
  }

  #account(): TextSource | null {
    const { accountNames } = this.#context;
    const known = this.#column(
      /./,
      (values) => shareOf(values, (value) => accountNames.has(value.toLowerCase())) > 0.5,
    );
    return (
      known ??
      this.#column(
        /hotel|propert|account|merchant|store|branch|location|subsidiary|outlet|filiale/,
        (values) => !areNumbers(values),
      )
    );
  }

  #currency(name: RegExp): TextSource | null {
    const column = this.#take(name, (values, sketch) => !sketch.isCut && currencyTable(values) !== null);
    if (!column) return null;
    const table = currencyTable(realValues(column)) ?? {};
    const isPlain = Object.entries(table).every(([value, code]) => value === code);
    return { column: column.name, ...(!isPlain && { values: table }) };
  }

  #country(): TextSource | null {
    const column = this.#take(
      /country|land$|^land|nation|pais|país/,
      (_values, sketch) => countrySource(sketch) !== null,
    );
    return column && countrySource(column);
  }

  /** A rate by night times the nights, or an amount as such. */
  #amount(): AmountSource | null {
    const isNumber = (values: string[]) => areNumbers(values, 0.5);
    const nights = [...this.#free].filter(
      (column) => /nights?\b|nights?$|nächte|noches/.test(column.name.toLowerCase()) && isNumber(realValues(column)),
    );
    const rate = nights.length > 0 ? this.#take(/^adr$|rate/, isNumber) : null;
    if (rate) {
      this.#parts.push(rate.name, ...nights.map(({ name }) => name));
      const names = nights.map(({ name }) => formulaName(name));
      const times = names.length > 1 ? `(${names.join(" + ")})` : names.join("");
      return { formula: `${formulaName(rate.name)} * ${times}`, unit: "major", rounding: "half-even" };
    }
    const column = this.#take(/amount|total|betrag|summe|importe|gross|paid|charge|price|rate|sum$/, isNumber);
    if (!column) return null;
    const isMinor = /cent|minor/.test(column.name.toLowerCase());
    return {
      formula: formulaName(column.name),
      unit: isMinor ? "minor" : "major",
      rounding: isMinor ? "exact" : "half-even",
    };
  }

  /** Whatever is left, with countries as codes of two letters; what would be too much is left out. */
  #metadata(): ImportMapping["metadata"] {
    const country = this.#country();
    const exclude = [...this.#free].filter(
      ({ name }, index) => index >= MAX_METADATA_COLUMNS - 1 || name.length > MAX_KEY_LENGTH,
    );
    return {
      rest: true,
      include: this.#parts,
      exclude: [...(country?.column ? [country.column] : []), ...exclude.map(({ name }) => name)],
      numbers: true,
      fields: country ? { country } : {},
    };
  }
}
