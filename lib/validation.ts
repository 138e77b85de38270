import { parsePhoneNumberFromString } from "libphonenumber-js";
import { z } from "zod";
import { findCountry } from "./countries";
import { findCurrency } from "./currencies";
import { metadataProblem } from "./metadata";
import { MAX_AMOUNT_MINOR } from "./money";
import { textProblem } from "./text";
import { isTimeZone, parseDateTime } from "./time";
import { plainMessage } from "./zod-messages";

// All schemas are built from the pieces below, so whoever parses has our sentences too.
z.config({ customError: plainMessage });

/** One line of text: trimmed, not empty, without control characters; at most `max` UTF-16 units. */
export function text(max: number) {
  return cleanText(z.string().trim().min(1).max(max), false);
}

/** Text that may have line breaks and tabs; trimmed, not empty. */
export function multilineText(max: number) {
  return cleanText(z.string().trim().min(1).max(max), true);
}

/** A form sends "" for a field left empty: takes it (and `null`) as `null`, anything else through `schema`. */
export function blankToNull<T extends z.ZodType>(schema: T) {
  return z.preprocess(
    (value: z.input<T> | "" | null) => (typeof value === "string" && value.trim() === "" ? null : value),
    schema.nullable(),
  );
}

export const uuid = z
  .guid({ error: ({ input }) => (input === undefined || input === null ? undefined : "Must be a UUID") })
  .toLowerCase()
  .meta({ examples: ["0190a000-0000-7000-8000-00000000000a"] });

export const email = z
  .string()
  .trim()
  .min(1)
  .max(254)
  .regex(z.regexes.email, "Must be an e-mail address")
  .meta({ format: "email", examples: ["ann@example.com"] });

/** A phone number as people write it, with `+` and country code; comes out in E.164 (`+493012345678`). */
export const phone = z
  .string()
  .trim()
  .max(40)
  .refine((value) => value.startsWith("+"), { error: "Must start with + and the country code", abort: true })
  .refine((value) => toE164(value) !== null, "Must be a valid phone number")
  .overwrite((value) => toE164(value) ?? value)
  .meta({ pattern: "^\\s*\\+", examples: ["+493012345678"] });

/** An absolute http or https address without user name or password. */
export const httpUrl = z
  .string()
  .trim()
  .max(2048)
  .refine(isHttpUrl, "Must be an http or https address")
  .meta({ format: "uri", examples: ["https://example.com/terms"] });

export const currencyCode = z
  .string()
  .refine((value) => findCurrency(value) !== undefined, "Must be an ISO 4217 currency code, such as EUR")
  .meta({ pattern: "^[A-Z]{3}$", maxLength: 3, examples: ["EUR"] });

export const countryCode = z
  .string()
  .refine((value) => findCountry(value) !== undefined, "Must be an ISO 3166 country code of two letters, such as DE")
  .meta({ pattern: "^[A-Z]{2}$", maxLength: 2, examples: ["DE"] });

/** An amount of money in minor units of its currency, not negative. */
export const amountMinor = z
  .int()
  .min(0)
  .max(MAX_AMOUNT_MINOR)
  .meta({ examples: [12_345] });

/** A moment with its offset from UTC; comes out in UTC with milliseconds. */
export const dateTime = z
  .string()
  .trim()
  .refine((value) => parseDateTime(value) !== null, "Must be a date-time with offset, such as 2026-01-31T09:30:00Z")
  .overwrite((value) => parseDateTime(value)?.toISOString() ?? value)
  .meta({ format: "date-time", examples: ["2026-01-31T09:30:00.000Z"] });

export const timeZone = z
  .string()
  .refine(isTimeZone, "Must be a time zone, such as Europe/Berlin")
  .meta({ examples: ["Europe/Berlin"] });

/** A JSON object of the user's own, within the limits that `metadataProblem` states. */
export const metadata = z
  .custom<Record<string, unknown>>((value) => typeof value === "object" && value !== null && !Array.isArray(value), {
    error: "Must be an object",
    abort: true,
  })
  .meta({ override: { type: "object", additionalProperties: true }, examples: [{ channel: "web", nights: 3 }] })
  // Not z.record: it drops a `__proto__` key in silence.
  .superRefine((value, context) => {
    const problem = metadataProblem(value);
    if (problem) context.addIssue({ code: "custom", message: problem.message, path: problem.path });
  });

function cleanText(schema: z.ZodString, multiline: boolean) {
  return schema.superRefine((value, context) => {
    const problem = textProblem(value, { multiline });
    if (problem) context.addIssue({ code: "custom", message: problem });
  });
}

function toE164(value: string): string | null {
  const number = value.startsWith("+") ? parsePhoneNumberFromString(value, { extract: false }) : undefined;
  return number?.isValid() && !number.ext ? number.number : null;
}

function isHttpUrl(value: string): boolean {
  // The parser repairs what a browser would; stored is what was written, so that must be right as it is.
  if (!/^https?:\/\/[^\s\\@/?#]+(?:[/?#][^\s\\]*)?$/i.test(value) || textProblem(value)) return false;
  return URL.canParse(value);
}
