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

const MASKS: Readonly<Record<string, (value: string | null) => string | null>> = {
  customer_email: maskEmail,
  customer_phone: maskPhone,
};

/** The record with its personal fields masked, unless the actor may see them. Other fields stay as they are. */
export function maskRecord<T extends object>(actor: Actor, record: T): T {
  if (seesPersonalData(actor)) return record;
  const masked = Object.entries(record).map(([name, value]) => {
    const mask = MASKS[name];
    return [name, mask && typeof value === "string" ? mask(value) : value];
  });
  // Only texts became other texts.
  return Object.fromEntries(masked) as T;
}

/** A filter on a masked field would answer, by its hits, what the mask hides. @throws AppError `forbidden` */
export function requirePersonalData(actor: TenantActor): void {
  if (!seesPersonalData(actor))
    throw new AppError("forbidden", undefined, { data: { permission: "customers:read_personal_data" } });
}
