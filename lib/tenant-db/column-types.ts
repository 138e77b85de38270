import pg from "pg";

const { INT8, TIMESTAMPTZ } = pg.types.builtins;

/** Rows of hand-written SQL are plain JSON, ready for a page or an answer: times as ISO 8601 in UTC, bigint as number. */
export const PLAIN_TYPES: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    if (oid === TIMESTAMPTZ) return isoTime;
    if (oid === INT8) return safeInteger;
    return pg.types.getTypeParser(oid, format);
  },
};

/**
 * The adapter's types for model calls, with quicker ways to the same values: it takes each time and each bigint apart by
 * regular expressions, only for Prisma to make a Date and a BigInt of them.
 */
export function modelTypes(adapter: pg.CustomTypesConfig): pg.CustomTypesConfig {
  return {
    getTypeParser(oid: number, format?: "text" | "binary") {
      const parse = adapter.getTypeParser(oid, format);
      if (oid === TIMESTAMPTZ) return (text: string) => shortTime(text) ?? parse(text);
      return oid === INT8 ? asItIs : parse;
    },
  };
}

function asItIs(text: string): string {
  return text;
}

function isoTime(text: string): string {
  return shortTime(text) ?? new Date(text).toISOString();
}

/** PostgreSQL's "2026-01-31 09:30:00.123456+00" is nearly ISO 8601 already; null for what is written otherwise. */
function shortTime(text: string): string | null {
  if (text.length < 22 || text[10] !== " " || !text.endsWith("+00")) return null;
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(3, "0").slice(0, 3)}Z`;
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit a number: select it as text`);
  return value;
}
