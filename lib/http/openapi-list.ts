import type { oas31 } from "zod-openapi";
import { MAX_CURSOR_LENGTH } from "@/lib/cursor";
import { MAX_METADATA_CONDITIONS, MAX_UUIDS } from "@/lib/list-filters";
import { type FilterDef, type ListDefinition, MAX_OFFSET } from "@/lib/list-query";
import { MAX_AMOUNT_MINOR } from "@/lib/money";
import { MAX_QUERY_TEXT_LENGTH } from "@/lib/text";

type Parameter = oas31.ParameterObject;

const UUID = {
  schema: { type: "string", format: "uuid", maxLength: 36 },
  example: "0190a000-0000-7000-8000-00000000000a",
} as const;

/** The query parameters of a list, described from its definition. */
export function listParameters(definition: ListDefinition): Parameter[] {
  const { defaultSort, defaultSize } = definition;
  const sorts = Object.keys(definition.sorts);
  return [
    ...filterParameters(definition),
    {
      ...query("sort", "Order; a minus sign turns it round. Ties are ordered by id."),
      schema: {
        type: "string",
        enum: sorts.flatMap((name) => [name, `-${name}`]),
        default: `${defaultSort.direction === "desc" ? "-" : ""}${defaultSort.name}`,
      },
      example: `-${sorts[0] ?? defaultSort.name}`,
    },
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
  return Object.entries<FilterDef>(definition.filters).flatMap(([name, filter]) => parametersOf(name, filter));
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
