import type { PersonActor, TenantActor } from "../actor";
import { Prisma } from "../generated/prisma/client";

// The access layer's own scoping (the documents' CompanyAccess), independent of the policies in the database [R18].

type Arguments = Record<string, unknown>;

interface ModelScope {
  hasTenant: boolean;
  /** Field that names the account of a row; `id` on accounts themselves. */
  accountField: "id" | "accountId" | null;
  scalars: Record<string, string>;
}

const MODELS = new Map(
  Object.values(Prisma.ModelName).map((name) => [name.charAt(0).toLowerCase() + name.slice(1), scopeOf(name)]),
);
const ALL_SCALARS = new Set([...MODELS.values()].flatMap(({ scalars }) => Object.keys(scalars)));

function scopeOf(model: Prisma.ModelName): ModelScope {
  const scalars: Record<string, string> = Prisma[`${model}ScalarFieldEnum`];
  return {
    hasTenant: "tenantId" in scalars,
    accountField: model === "Account" ? "id" : "accountId" in scalars ? "accountId" : null,
    scalars,
  };
}

/** What belongs to people rather than to tenants, and the field that names the person. */
const OF_PEOPLE: Readonly<Record<string, string>> = { user: "id", session: "userId", userPicture: "userId" };

/** True if the client has such a model. */
export function isModel(name: string): boolean {
  return MODELS.has(name);
}

/**
 * Narrows the arguments of a model call to the actor's tenant and accounts.
 * @throws Error for a write that names another tenant or account, and for relations that could lead out of the tenant:
 * both are bugs of the caller.
 */
export function scopeArguments(
  model: string,
  method: string,
  args: Arguments,
  actor: TenantActor | PersonActor,
): Arguments {
  const scope = MODELS.get(model);
  if (!scope) throw new Error(`There is no model ${model}`);
  refuseDetours(model, scope, args);
  if (actor.kind === "person") return scopeToPerson(model, args, actor);
  for (const row of [args.data ?? []].flat() as Arguments[]) checkRow(model, scope, row, method, actor);
  if (method.startsWith("create")) return args;
  const where = (args.where ?? {}) as Arguments;
  const conditions = ownRows(model, scope, actor).filter(({ tenantId }) => !tenantId || where.tenantId !== tenantId);
  if (conditions.length === 0) return args;
  return { ...args, where: { ...where, AND: [...andOf(args), ...conditions] } };
}

/** Outside of tenants a person has the own rows and nothing else. */
function scopeToPerson(model: string, args: Arguments, { userId }: PersonActor): Arguments {
  const field = OF_PEOPLE[model];
  if (!field) throw new Error(`${model} is nothing that a person has outside of tenants`);
  return { ...args, where: { ...((args.where ?? {}) as Arguments), AND: [{ [field]: userId }, ...andOf(args)] } };
}

function andOf(args: Arguments): unknown[] {
  return [((args.where ?? {}) as Arguments).AND ?? []].flat();
}

function ownRows(model: string, { hasTenant, accountField }: ModelScope, actor: TenantActor): Arguments[] {
  const { tenantId, accountIds } = actor;
  const person = actor.kind === "member" ? [actor.userId] : [];
  if (model === "tenant") return [{ id: tenantId }];
  const ofPerson = OF_PEOPLE[model];
  if (ofPerson) return [{ [ofPerson]: { in: person } }];
  if (!hasTenant) return [];
  return [{ tenantId }, ...(accountIds && accountField ? [{ [accountField]: { in: [...accountIds] } }] : [])];
}

function checkRow(model: string, scope: ModelScope, row: Arguments, method: string, actor: TenantActor): void {
  const isNew = method.startsWith("create");
  const names = (field: string) => isNew || row[field] !== undefined;
  if (scope.hasTenant && names("tenantId") && row.tenantId !== actor.tenantId)
    throw new Error(`${model}.${method} names another tenant than its actor's`);
  // A new account has no id yet that the actor could reach: the one above it decides.
  const field = model === "account" ? "parentId" : scope.accountField;
  if (!actor.accountIds || !field || !names(field)) return;
  if (typeof row[field] !== "string" || !actor.accountIds.includes(row[field]))
    throw new Error(`${model}.${method} names another account than its actor's`);
}

/**
 * Rows of a tenant refer to rows of the same tenant only, so one step along a relation stays inside. Tables that all
 * tenants share lead everywhere: no relation starts there, neither in the call itself nor in a second step.
 */
function refuseDetours(model: string, { hasTenant, scalars }: ModelScope, args: Arguments): void {
  for (const [name, wish] of Object.entries({ ...asObject(args.select), ...asObject(args.include) })) {
    if (!wish || name in scalars) continue;
    const nested = { ...asObject(asObject(wish).select), ...asObject(asObject(wish).include) };
    const isOneStep = Object.keys(nested).every((field) => ALL_SCALARS.has(field));
    if (!hasTenant || name === "_count" || !isOneStep)
      throw new Error(`${model}.${name} is a relation that could lead out of the tenant: use rows()`);
  }
}

function asObject(value: unknown): Arguments {
  return typeof value === "object" && value !== null ? (value as Arguments) : {};
}
