import { negationOf } from "./list-definition";
import type { GrammarFilter } from "./list-grammar";
import { plain, quoted, quotedKey } from "./list-grammar-terms";
import { exponentOf, formatDecimal, MAX_AMOUNT_MINOR } from "./money";

/**
 * The query that says the same as a list's parameters, in the order of the filters; what is none of theirs is left out.
 * @param currency whose decimals amounts are written with, unless the parameters name one currency themselves
 */
export function printQuery(
  parameters: ReadonlyMap<string, readonly string[]>,
  filters: readonly GrammarFilter[],
  currency: string,
): string {
  const [named, ...others] = valuesOf(parameters, "currency");
  const own = named !== undefined && others.length === 0 && isCurrency(named) ? named : currency;
  return filters.flatMap((filter) => termsOf(filter, parameters, own)).join(" ");
}

function termsOf(
  filter: GrammarFilter,
  parameters: ReadonlyMap<string, readonly string[]>,
  currency: string,
): string[] {
  const { name, definition } = filter;
  switch (definition.kind) {
    case "amountRange":
      return amountTerms(name, first(parameters, `${name}_min`), first(parameters, `${name}_max`), currency);
    case "dateRange": {
      const relative = first(parameters, name);
      if (relative !== undefined) return [`${name}:${quoted(relative)}`];
      return dateTerms(name, first(parameters, `${name}_from`), first(parameters, `${name}_to`));
    }
    case "metadata":
      return [...metadataTerms("", name, name, parameters), ...metadataTerms("-", negationOf(name), name, parameters)];
    case "text": {
      const texts = parameters.get(negationOf(name)) ?? [];
      const given = (parameters.get(name) ?? []).map((text) => `${name}:${quoted(text)}`);
      return [...given, ...texts.map((text) => `-${name}:${quoted(text)}`)];
    }
    default: {
      const print = (values: readonly string[]) => values.map((value) => quoted(writtenValue(value, filter))).join(",");
      const [given, left] = [valuesOf(parameters, name), valuesOf(parameters, negationOf(name))];
      return [
        ...(given.length > 0 ? [`${name}:${print(given)}`] : []),
        ...(left.length > 0 ? [`-${name}:${print(left)}`] : []),
      ];
    }
  }
}

/** A value as people write it: a code in small letters, or the name of a record where it is the only one of that name. */
export function writtenValue(value: string, { definition, options = [] }: GrammarFilter): string {
  if (definition.kind === "enum") return value.toLowerCase();
  const label = options.find((option) => option.value === value)?.label;
  const isUnique = label && options.filter((option) => plain(option.label) === plain(label)).length === 1;
  return isUnique && plain(label) !== "" ? label : value;
}

function amountTerms(name: string, min: string | undefined, max: string | undefined, currency: string): string[] {
  if (min !== undefined && min === max) return [`${name}:${amountText(min, currency)}`];
  return [
    ...(min === undefined ? [] : [amountTerm(name, ">", min, -1, currency)]),
    ...(max === undefined ? [] : [amountTerm(name, "<", max, 1, currency)]),
  ];
}

/** `amount>100` rather than `amount>=100.01`, where that is the same. */
function amountTerm(name: string, sign: ">" | "<", text: string, beyond: number, currency: string): string {
  const unit = 10 ** exponentOf(currency);
  const next = Number(text) + beyond;
  if (isInteger(text) && unit > 1 && next % unit === 0 && Math.abs(next) <= MAX_AMOUNT_MINOR)
    return `${name}${sign}${amountText(String(next), currency)}`;
  return `${name}${sign}=${amountText(text, currency)}`;
}

function amountText(text: string, currency: string): string {
  return isInteger(text) ? formatDecimal(Number(text), currency).replace(/\.0+$/, "") : quoted(text);
}

function isInteger(text: string): boolean {
  return /^-?\d{1,15}$/.test(text);
}

function dateTerms(name: string, from: string | undefined, to: string | undefined): string[] {
  const day = /^\d{4}-\d{2}-\d{2}$/;
  if (from !== undefined && to !== undefined && day.test(from) && day.test(to)) {
    if (from === to) return [`${name}:${from}`];
    return [`${name}:${isMonth(from, to) ? from.slice(0, 7) : `${from}..${to}`}`];
  }
  return [
    ...(from === undefined ? [] : [`${name}>=${quoted(from)}`]),
    ...(to === undefined ? [] : [`${name}${day.test(to) ? "<=" : "<"}${quoted(to)}`]),
  ];
}

function isMonth(from: string, to: string): boolean {
  const [year, month] = from.split("-").map(Number);
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return from.endsWith("-01") && to === `${from.slice(0, 7)}-${last}`;
}

function metadataTerms(
  sign: "" | "-",
  prefix: string,
  name: string,
  parameters: ReadonlyMap<string, readonly string[]>,
): string[] {
  return [...parameters].flatMap(([parameter, texts]) => {
    if (!parameter.startsWith(`${prefix}[`)) return [];
    const inner = parameter.slice(prefix.length + 1);
    const key = inner.endsWith("][]") ? `${inner.slice(0, -3)}[]` : inner.slice(0, -1);
    return texts.map((text) =>
      text === "*" ? `${sign}has:${quoted(`${name}.${key}`)}` : `${sign}${name}.${quotedKey(key)}:${quoted(text)}`,
    );
  });
}

function isCurrency(code: string): boolean {
  try {
    return exponentOf(code) >= 0;
  } catch {
    return false;
  }
}

function first(parameters: ReadonlyMap<string, readonly string[]>, name: string): string | undefined {
  return parameters.get(name)?.[0];
}

function valuesOf(parameters: ReadonlyMap<string, readonly string[]>, name: string): string[] {
  return (parameters.get(name) ?? []).flatMap((text) => text.split(",")).filter((text) => text !== "");
}
