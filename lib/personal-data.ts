import type { Actor, TenantActor } from "./actor";
import { AppError } from "./errors";

/** True if the actor sees customers' e-mail addresses and phone numbers in full; the platform's staff never does. */
export function seesPersonalData(actor: Actor): boolean {
  return "permissions" in actor && actor.permissions.has("customers:read_personal_data");
}

/** `ann.smith@example.com` → `a•••@example.com`; the domain stays, it names a company or a provider, not a person. */
export function maskEmail(email: string | null): string | null {
  return email?.replace(/^(.)[^@]*/u, "$1•••") ?? null;
}

/** `+493012345678` → `+49•••78`. */
export function maskPhone(phone: string | null): string | null {
  return phone && `${phone.slice(0, 3)}•••${phone.slice(-2)}`;
}

// No plain object: metadata may well have a key such as `constructor`.
const MASKS: ReadonlyMap<string, (value: string | null) => string | null> = new Map([
  ["customer_email", maskEmail],
  ["customer_phone", maskPhone],
]);

// Both are bounded, so that a long text without a hit costs no more than reading it.
const EMAIL_IN_TEXT = /[^\s@"'<>,;:(){}[\]\\/=]{1,64}@[^\s@"'<>,;:(){}[\]\\/=]{1,253}\.\p{L}{2,63}/gu;
const PHONE_IN_TEXT = /(?<![\w+])\+\d[\d ().-]{5,20}\d/g;

/** The text with the e-mail addresses and international phone numbers in it masked: notes and references hold them too. */
export function maskText(text: string): string {
  const withoutEmails = text.includes("@") ? text.replace(EMAIL_IN_TEXT, (email) => maskEmail(email) ?? "") : text;
  if (!withoutEmails.includes("+")) return withoutEmails;
  return withoutEmails.replace(PHONE_IN_TEXT, (phone) => maskPhone(phone) ?? "");
}

function maskValue(value: unknown): unknown {
  if (typeof value === "string") return maskText(value);
  if (typeof value !== "object" || value === null) return value;
  return maskParts(value as Record<string, unknown>);
}

/** Itself where nothing in it is masked, else a copy: of a page's many values few are personal. */
function maskParts(value: Record<string, unknown>): Record<string, unknown> {
  let masked: Record<string, unknown> | null = null;
  for (const name of Object.keys(value)) {
    const part = value[name];
    const shown = typeof part === "string" ? (MASKS.get(name) ?? maskText)(part) : maskValue(part);
    if (shown === part) continue;
    // A spread keeps a key `__proto__` as a key; what is there already is set as what it is.
    masked ??= copyOf(value);
    masked[name] = shown;
  }
  return masked ?? value;
}

/** Of an array too: its indexes are its names. */
function copyOf(value: Record<string, unknown>): Record<string, unknown> {
  return (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
}

/**
 * The record with customers' e-mail addresses and phone numbers masked, unless the actor may see them: in the fields made
 * for them, and wherever they stand in references, notes and metadata. Everything else stays as it is.
 */
export function maskRecord<T extends object | null>(actor: Actor, record: T): T {
  // Only texts became other texts.
  return seesPersonalData(actor) ? record : (maskValue(record) as T);
}

/** A filter on a masked field would answer, by its hits, what the mask hides. @throws AppError `forbidden` */
export function requirePersonalData(actor: TenantActor): void {
  if (!seesPersonalData(actor))
    throw new AppError("forbidden", undefined, { data: { permission: "customers:read_personal_data" } });
}

/**
 * The same for filters on what may hold personal data by accident, such as references and metadata: whoever sees it masked
 * cannot look for it. What has neither an at sign nor the form of a phone number finds what is shown anyway.
 * @throws AppError `forbidden`
 */
export function refusePersonalFilters(actor: TenantActor, filters: object): void {
  if (!seesPersonalData(actor) && holdsPersonalData(filters)) requirePersonalData(actor);
}

/** True if filters name what has the form of personal data. */
export function holdsPersonalData(filters: object): boolean {
  const asked = JSON.stringify(filters);
  return asked.includes("@") || maskText(asked) !== asked;
}

/**
 * What somebody who sees `stored` masked sends back, with every value that is still its mask put back to what it stands
 * for: saving a form must not replace an address by its mask.
 */
export function keepMasked<T>(actor: Actor, stored: unknown, given: T): T {
  // Where a mask came back, the stored value of the same place and type takes its place.
  return seesPersonalData(actor) ? given : (unmasked(stored, given) as T);
}

function unmasked(stored: unknown, given: unknown): unknown {
  if (typeof given === "string") return typeof stored === "string" && maskText(stored) === given ? stored : given;
  if (Array.isArray(given))
    return given.map((part, index) => unmasked(Array.isArray(stored) ? stored[index] : null, part));
  if (typeof given !== "object" || given === null) return given;
  const before = new Map(typeof stored === "object" && stored !== null ? Object.entries(stored) : []);
  return Object.fromEntries(Object.entries(given).map(([name, part]) => [name, unmasked(before.get(name), part)]));
}
