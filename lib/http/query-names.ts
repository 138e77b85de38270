import { listAccountTree } from "../accounts/queries";
import type { RequestOrigin, TenantActor } from "../actor";
import { listMemberNames } from "../audit-logs/queries";
import { type NamedValues, namesIn } from "../list-grammar";
import type { ListDefinition } from "../list-query";

/** Filters whose ids are those of people. */
const PEOPLE: ReadonlySet<string> = new Set(["user", "requested_by", "uploaded_by"]);

/**
 * The accounts and people that a request's `q` may mean by their names: those that the actor sees, and none where the
 * actor may not list them. Nothing is asked for where `q` names none.
 */
export async function queryNames(
  asking: RequestOrigin,
  definition: ListDefinition,
  text: string | null,
): Promise<NamedValues> {
  const actor = tenantActor(asking);
  if (text === null || !actor) return {};
  const named = namesIn(text, definition);
  const names: Record<string, NamedValues[string]> = {};
  for (const name of named) {
    const kind = definition.filters[name]?.kind;
    if (kind === "account") names[name] = await accountNames(actor);
    else if (kind === "uuid" && PEOPLE.has(name)) names[name] = await peopleNames(actor);
  }
  return names;
}

function tenantActor(asking: RequestOrigin): TenantActor | null {
  // What has a tenant was made of a token that was looked up: nothing else that sends a request has one.
  return "tenantId" in asking ? (asking as TenantActor) : null;
}

async function accountNames(actor: TenantActor): Promise<NamedValues[string]> {
  if (!("permissions" in actor) || !actor.permissions.has("accounts:read")) return undefined;
  return (await listAccountTree(actor)).map(({ id, name }) => ({ value: id, label: name }));
}

async function peopleNames(actor: TenantActor): Promise<NamedValues[string]> {
  if (!("permissions" in actor) || !(actor.permissions.has("members:read") || actor.permissions.has("audit_logs:read")))
    return undefined;
  return (await listMemberNames(actor)).map((person) => ({ value: person.user_id, label: person.full_name }));
}
