import { type Answer, makeAttempts, prepareAttempts } from "./attempts";
import { createProbeWorld, type ProbeWorld } from "./fixtures";
import { type Identity, identitiesOf } from "./identities";
import { readSnapshot } from "./snapshot";
import { type SqlClient, sqlStateOf, undone } from "./sql-client";
import { type Subject, subjectsOf } from "./subjects";

export type ProbeCommand = "select" | "insert" | "update" | "move" | "delete";
export type ProbeTarget = "own rows" | "other tenant" | "other account";

/** One attempt: who tried what on whose rows, and what came of it. */
export interface ProbeCell {
  table: string;
  identity: string;
  target: ProbeTarget;
  /** `move`: an update that takes an own row to the other tenant or account. */
  command: ProbeCommand;
  /** Rows that are there to be reached, seen as superuser: a refusal where there is nothing would prove nothing. */
  present: number;
  expected: "reached" | "refused";
  /** `refused`: not one row was seen or changed, and nothing but a policy or grant answered. */
  outcome: "reached" | "refused";
  /** Rows, or SQLSTATE and message. */
  detail: string;
}

export interface ProbeReport {
  startedAt: string;
  durationMs: number;
  cells: ProbeCell[];
  /** Cells that are not as expected: leaks, and controls that failed. */
  wrong: ProbeCell[];
}

/**
 * Tries every table × identity × command across two throw-away tenants and across a restriction to accounts, with own
 * rows as the control that there was something to reach. Everything happens in one transaction that is rolled back.
 * @param db a connection of a superuser, since it takes the place of both application roles
 * @throws Error as the database gives it where a lock or time ran out (`isDisturbance`): nothing is proved then
 */
export async function runProbe(db: SqlClient): Promise<ProbeReport> {
  await db.query("begin");
  try {
    return await tryPlans(db, await planProbe(db, await createProbeWorld(db)));
  } finally {
    await db.query("rollback");
  }
}

/** All attempts of one identity; nothing in it changes while the database is weakened and mended. */
export interface ProbePlan {
  identity: Identity;
  attempts: Attempt[];
}

interface Attempt extends Pick<ProbeCell, "table" | "target" | "command" | "present" | "expected"> {
  sql: string;
}

/** Works out all attempts on a world that exists in the running transaction, and that there is something to reach. */
export async function planProbe(db: SqlClient, world: ProbeWorld): Promise<ProbePlan[]> {
  await prepareAttempts(db);
  const subjects = subjectsOf(await readSnapshot(db), world);
  const plans: ProbePlan[] = [];
  for (const identity of identitiesOf(world)) {
    const attempts: Attempt[] = [];
    for (const subject of subjects) attempts.push(...(await planAttempts(db, world, subject, identity)));
    plans.push({ identity, attempts });
  }
  return plans;
}

/** Makes the attempts, each undone at once; `tables` narrows them. */
export async function tryPlans(db: SqlClient, plans: ProbePlan[], tables?: readonly string[]): Promise<ProbeReport> {
  const startedAt = new Date();
  const cells: ProbeCell[] = [];
  for (const { identity, attempts } of plans) {
    const chosen = attempts.filter(({ table }) => !tables || tables.includes(table));
    const reads = identity.enterRead ? chosen.filter(({ command }) => command === "select") : [];
    const writes = chosen.filter((attempt) => !reads.includes(attempt));
    cells.push(...(await tryAll(db, identity, identity.enterRead, reads)));
    cells.push(...(await tryAll(db, identity, identity.enter, writes)));
  }
  return {
    startedAt: startedAt.toISOString(),
    durationMs: Date.now() - startedAt.getTime(),
    cells,
    wrong: cells.filter(({ expected, outcome }) => expected !== outcome),
  };
}

async function tryAll(
  db: SqlClient,
  identity: Identity,
  enter: Identity["enter"],
  attempts: Attempt[],
): Promise<ProbeCell[]> {
  if (attempts.length === 0) return [];
  return undone(db, "probe_identity", async () => {
    // Like a login: session_user changes too, so triggers take the same branch as for the real one.
    await db.query(`set local session authorization ${identity.role}`);
    const refusal = await tryToEnter(db, enter);
    const answers = refusal
      ? []
      : await makeAttempts(
          db,
          attempts.map(({ sql, command }) => ({ sql, isRead: command === "select" })),
        );
    return attempts.map(({ sql: _sql, ...attempt }, index) => ({
      ...attempt,
      identity: identity.name,
      ...(refusal ?? resultOf(answers[index], identity)),
    }));
  });
}

type Result = Pick<ProbeCell, "outcome" | "detail">;

/** What all attempts of an identity come to that is not even let in. */
async function tryToEnter(db: SqlClient, enter: Identity["enter"]): Promise<Result | null> {
  try {
    await enter?.(db);
    return null;
  } catch (error) {
    if (!(error instanceof Error) || !sqlStateOf(error)) throw error;
    return { outcome: "refused", detail: `not let in: ${error.message}` };
  }
}

function resultOf(answer: Answer | undefined, { onlyWrites }: Identity): Result {
  if (!answer) throw new Error("An attempt has no answer");
  const { count, state, message } = answer;
  if (state === null) return { outcome: (count ?? 0) > 0 ? "reached" : "refused", detail: `${count} rows` };
  // Any other error means that policies and grants let the statement through to a constraint or trigger.
  return { outcome: state === "42501" || onlyWrites ? "refused" : "reached", detail: `${state} ${message}` };
}

interface Privileges {
  select: string[];
  insert: string[];
  update: string[];
  delete: boolean;
}

async function planAttempts(
  db: SqlClient,
  world: ProbeWorld,
  subject: Subject,
  identity: Identity,
): Promise<Attempt[]> {
  const granted = await privilegesOf(db, subject, identity.role);
  const { table } = subject;
  const { reach } = identity;
  const own = subject.own(identity);
  const otherTenant = subject.otherTenant(identity);
  const restricted = reach === "accounts" ? subject.otherAccount : null;
  const conditions: [ProbeTarget, string, boolean][] = [
    ...(own ? [["own rows", own, reach !== "nothing"] as [ProbeTarget, string, boolean]] : []),
    ["other tenant", otherTenant, reach === "everything"],
    ...(restricted ? [["other account", restricted, false] as [ProbeTarget, string, boolean]] : []),
  ];
  const attempts: Attempt[] = [];
  let present = 0;
  const add = (target: ProbeTarget, command: ProbeCommand, isReachable: boolean, isGranted: boolean, sql: string) => {
    if (identity.onlyWrites && (command === "select" || !subject.sealed)) return;
    const expected = isReachable && isGranted ? "reached" : "refused";
    attempts.push({ table, target, command, present, expected, sql });
  };
  for (const [target, condition, isReachable] of conditions) {
    present = await demandRows(db, table, condition, target);
    const column = granted.update.find((name) => granted.select.includes(name));
    const template = {
      "own rows": subject.templates.own,
      "other account": subject.templates.otherAccount,
      "other tenant": undefined,
    }[target];
    const copy = await copySql(db, subject, template ?? condition, granted.insert);
    add(
      target,
      "select",
      isReachable,
      granted.select.length > 0,
      `select count(*)::int as count from ${table} where ${condition}`,
    );
    add(target, "insert", isReachable, granted.insert.length > 0, copy);
    add(target, "update", isReachable, column !== undefined, updateSql(subject, column, condition));
    add(target, "delete", isReachable, granted.delete, `delete from ${table} where ${condition}`);
  }
  if (own && reach !== "everything") {
    present = await demandRows(db, table, own, "own rows");
    const move = (column: string, id: string) => `update ${table} set ${column} = '${id}' where ${own}`;
    if (granted.update.includes("tenant_id"))
      add("other tenant", "move", false, true, move("tenant_id", world.other.tenantId));
    if (reach === "accounts" && subject.accountColumn && granted.update.includes(subject.accountColumn))
      add("other account", "move", false, true, move(subject.accountColumn, world.own.accounts.other));
  }
  return attempts;
}

/** A refusal proves nothing where there is nothing: as superuser the rows must be there. @returns how many */
async function demandRows(db: SqlClient, table: string, condition: string, target: ProbeTarget): Promise<number> {
  const { rows } = await db.query<{ count: number }>(`select count(*)::int as count from ${table} where ${condition}`);
  const count = rows[0]?.count ?? 0;
  if (count === 0)
    throw new Error(`The probe has no row of ${table} for “${target}”: extend lib/isolation/fixtures.ts`);
  return count;
}

async function privilegesOf(db: SqlClient, { table, columns }: Subject, role: string): Promise<Privileges> {
  const { rows } = await db.query<Privileges>(
    `select array(select c from unnest($3::text[]) c where has_column_privilege($1, $2, c, 'select')) as select,
       array(select attname::text from unnest($3::text[]) c join pg_attribute on attrelid = $2::regclass and attname = c
         where attgenerated = '' and has_column_privilege($1, $2, c, 'insert')) as insert,
       array(select c from unnest($3::text[]) c where has_column_privilege($1, $2, c, 'update')) as update,
       has_table_privilege($1, $2, 'delete') as delete`,
    [role, table, columns],
  );
  const [privileges] = rows;
  if (!privileges) throw new Error(`No privileges were found for ${table}`);
  return privileges;
}

/** An insert of a copy of one existing row under a new id. */
async function copySql(db: SqlClient, subject: Subject, condition: string, insertable: string[]): Promise<string> {
  const { table, columns } = subject;
  const fresh = columns.includes("id") ? "|| jsonb_build_object('id', gen_random_uuid())" : "";
  const { rows } = await db.query<{ row: string }>(
    `select quote_literal((to_jsonb(t) ${fresh})::text) as row from ${table} t where ${condition} limit 1`,
  );
  const names = (insertable.length > 0 ? insertable : ["created_at"].filter((name) => columns.includes(name))).join(
    ", ",
  );
  if (!names) return `insert into ${table} default values`;
  return `insert into ${table} (${names}) select ${names} from jsonb_populate_record(null::${table}, ${rows[0]?.row}::jsonb)`;
}

function updateSql({ table, columns }: Subject, column: string | undefined, condition: string): string {
  const [first] = columns;
  const name = column ?? first;
  return `update ${table} set ${name} = ${name} where ${condition}`;
}
