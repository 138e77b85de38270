import type { oas31 } from "zod-openapi";
import { MAX_CURSOR_LENGTH } from "@/lib/cursor";
import { MAX_METADATA_CONDITIONS, MAX_NEGATED, MAX_UUIDS } from "@/lib/list-filters";
import { MAX_QUERY_LENGTH, searchFilterOf } from "@/lib/list-grammar";
import {
  type FilterDef,
  isNegatable,
  type ListDefinition,
  MAX_OFFSET,
  MAX_SORTS,
  negationOf,
  QUERY_PARAMETER,
} from "@/lib/list-query";
import { MAX_AMOUNT_MINOR } from "@/lib/money";
import { MAX_QUERY_TEXT_LENGTH } from "@/lib/text";

type Parameter = oas31.ParameterObject;

const UUID = {
  schema: { type: "string", format: "uuid", maxLength: 36 },
  example: "0190a000-0000-7000-8000-00000000000a",
} as const;

/** The query parameters of a list, described from its definition. */
export function listParameters(definition: ListDefinition): Parameter[] {
  const { defaultSize } = definition;
  return [
    ...filterParameters(definition),
    sortParameter(definition),
    {
      ...query("size", "Records on a page."),
      schema: {
        type: "integer",
        format: "int32",
        enum: [...definition.sizes],
        minimum: Math.min(...definition.sizes),
        maximum: Math.max(...definition.sizes),
        default: defaultSize,
      },
      example: defaultSize,
    },
    {
      ...query("page", `Page number from 1, for the first ${MAX_OFFSET} records; follow the cursors to go further.`),
      schema: { type: "integer", format: "int32", minimum: 1, maximum: MAX_OFFSET, default: 1 },
      example: 2,
    },
    {
      ...query("cursor", "`next_cursor` or `previous_cursor` of an earlier answer, with the same sort."),
      schema: { type: "string", maxLength: MAX_CURSOR_LENGTH, pattern: "^[A-Za-z0-9_-]+$" },
      example: "WzEsInBheW1lbnRfaW50ZW50cyJd",
    },
  ];
}

/** The query parameters of a list's filters. */
export function filterParameters(definition: ListDefinition): Parameter[] {
  const filters = Object.entries<FilterDef>(definition.filters);
  if (filters.length === 0) return [];
  return [
    ...filters.flatMap(([name, filter]) => [
      ...parametersOf(name, filter),
      ...(isNegatable(filter) ? [negationParameter(name, filter)] : []),
    ]),
    queryParameter(definition),
  ];
}

function sortParameter({ sorts, defaultSort }: ListDefinition): Parameter {
  const names = Object.keys(sorts);
  const words = `${defaultSort.direction === "desc" ? "-" : ""}${defaultSort.name}`;
  const [leading = defaultSort.name] = names.filter((name) => sorts[name]?.column !== null);
  const byId = names.find((name) => sorts[name]?.column === null);
  const maxItems = Math.min(names.length, MAX_SORTS);
  if (maxItems < 2)
    return {
      ...query("sort", "Order; a minus sign turns it round. Ties are ordered by id."),
      schema: { type: "string", enum: names.flatMap((name) => [name, `-${name}`]), default: words },
      example: `-${names[0] ?? defaultSort.name}`,
    };
  return {
    ...query(
      "sort",
      "Order; a minus sign turns it round. Further orders, separated by commas, break the ties of those before them.",
      byId === undefined ? undefined : `\`${byId}\` leaves none, so nothing follows it.`,
    ),
    // One text rather than a list: a program that names one order goes on as it is.
    schema: {
      type: "string",
      maxLength: 200,
      pattern: `^-?(${names.join("|")})(,-?(${names.join("|")})){0,${maxItems - 1}}$`,
      default: words,
    },
    example: [`-${leading}`, ...(byId === undefined ? [] : [byId])].join(","),
  };
}

function queryParameter(definition: ListDefinition): Parameter {
  const filters = Object.entries(definition.filters).map(([name, filter]) => ({ name, definition: filter }));
  const searched = searchFilterOf(filters);
  return {
    ...query(
      QUERY_PARAMETER,
      "All filters in one text, such as people type it: `name:value`, `name:one,other`, `-name:value` for all but these, " +
        "`name>value` for amounts in major units and for days, `created:last-30d`, `has:metadata.key`.",
      searched && `Words without a name are looked for in \`${searched.name}\`.`,
      "Not together with a parameter that says the same.",
    ),
    schema: text(MAX_QUERY_LENGTH),
    example: queryExample(definition),
  };
}

/** A query that the list takes, of its first filters. */
function queryExample({ filters }: ListDefinition): string {
  const terms = Object.entries<FilterDef>(filters).flatMap(([name, filter]) => {
    if (filter.kind === "enum") return [`${name}:${(filter.values[0] ?? "").toLowerCase()}`];
    if (filter.kind === "amountRange") return [`${name}>100`];
    if (filter.kind === "dateRange") return [`${name}:last-30d`];
    return filter.kind === "boolean" ? [`${name}:true`] : [];
  });
  const [first] = Object.entries<FilterDef>(filters);
  if (terms.length > 0) return terms.slice(0, 3).join(" ");
  return first?.[1].kind === "text" ? `${first[0]}:ann` : `${first?.[0]}:${UUID.example}`;
}

function negationParameter(name: string, filter: FilterDef): Parameter {
  const [one] = parametersOf(name, filter);
  const negation = query(negationOf(name), `All but those that \`${name}\` holds. Written in the same way.`);
  if (filter.kind === "text")
    return {
      ...query(negationOf(name), `All but those that \`${name}\` holds. Written in the same way; may be repeated.`),
      style: "form",
      explode: true,
      schema: { type: "array", items: text(filter.maxLength), maxItems: MAX_NEGATED },
      example: [one?.example ?? "ann"],
    };
  if (filter.kind === "account")
    return {
      ...query(negationOf(name), "All but those of these accounts and of all below them."),
      style: "form",
      explode: false,
      schema: { type: "array", items: UUID.schema, maxItems: MAX_NEGATED },
      example: [UUID.example],
    };
  return { ...one, ...negation };
}

function query(name: string, ...sentences: (string | undefined)[]): Parameter {
  const ended = sentences.flatMap((sentence) => (sentence ? [sentence.replace(/[^.]$/, "$&.")] : []));
  return { in: "query", name, description: ended.join(" ") };
}

function text(maxLength = MAX_QUERY_TEXT_LENGTH) {
  return { type: "string", maxLength, pattern: "^[^\\u0000-\\u001f\\u007f]+$" } as const;
}

const HOW_TEXTS_MATCH = {
  exact: "Equal.",
  prefix: "Equal; with a star at its end, beginning so.",
  contains:
    "Equal; with a star at its end, beginning so; with a star at both ends, holding these three characters or more.",
} as const;

function parametersOf(name: string, filter: FilterDef): Parameter[] {
  const { description } = filter;
  switch (filter.kind) {
    case "enum":
      return [
        {
          ...query(name, description, "One value, or several separated by commas."),
          style: "form",
          explode: false,
          schema: {
            type: "array",
            items: { type: "string", enum: [...filter.values] },
            maxItems: filter.values.length,
          },
          example: filter.values.slice(0, 2),
        },
      ];
    case "uuid":
      return [
        {
          ...query(name, description, "One id, or several separated by commas."),
          style: "form",
          explode: false,
          schema: { type: "array", items: UUID.schema, maxItems: MAX_UUIDS },
          example: [UUID.example],
        },
      ];
    case "account":
      return [{ ...query(name, description, "The account with this id and all below it."), ...UUID }];
    case "text": {
      const how = HOW_TEXTS_MATCH[filter.match];
      const example = filter.example ?? (filter.match === "prefix" ? "ann*" : "ann");
      return [{ ...query(name, description, how), schema: text(filter.maxLength), example }];
    }
    case "boolean":
      return [{ ...query(name, description), schema: { type: "boolean" }, example: true }];
    case "amountRange": {
      const schema = {
        type: "integer",
        format: "int64",
        minimum: -MAX_AMOUNT_MINOR,
        maximum: MAX_AMOUNT_MINOR,
      } as const;
      return [
        { ...query(`${name}_min`, description, "At least, in minor units."), schema, example: 1_000 },
        { ...query(`${name}_max`, description, "At most, in minor units."), schema, example: 50_000 },
      ];
    }
    case "dateRange": {
      const schema = { type: "string", maxLength: 40, pattern: "^\\d{4}-\\d{2}-\\d{2}" } as const;
      return [
        {
          ...query(
            name,
            description,
            "A range that moves with the time of the request, in days of UTC: `today`, `yesterday`, `this-week`, " +
              "`last-week`, and likewise `month`, `quarter` and `year`; `last-30d`, `last-4w`, `last-24h`. " +
              `Not together with \`${name}_from\` and \`${name}_to\`.`,
          ),
          schema: {
            type: "string",
            maxLength: 12,
            pattern: "^(today|yesterday|(this|last)-(week|month|quarter|year)|last-[1-9]\\d{0,3}[hdw])$",
          },
          example: "last-30d",
        },
        {
          ...query(
            `${name}_from`,
            description,
            "From the start of this day in UTC, or from this date-time with offset.",
          ),
          schema,
          example: "2026-01-01",
        },
        {
          ...query(`${name}_to`, description, "To the end of this day in UTC, or before this date-time with offset."),
          schema,
          example: "2026-01-31T12:00:00Z",
        },
      ];
    }
    case "metadata":
      return [
        {
          ...query(
            name,
            description,
            `\`${name}[key]=value\`; nested \`${name}[a.b]=value\`; member of a list \`${name}[list][]=value\`; ` +
              `key exists \`${name}[key]=*\`. Several conditions must all hold.`,
          ),
          style: "deepObject",
          explode: true,
          schema: { type: "object", additionalProperties: text(), maxProperties: MAX_METADATA_CONDITIONS },
          example: { channel: "web" },
        },
      ];
  }
}
