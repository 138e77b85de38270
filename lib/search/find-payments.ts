import type { TenantActor } from "../actor";
import { maskRecord, seesPersonalData } from "../personal-data";
import { PROVIDER_NAMES } from "../provider-names";
import { join, type ReadClient, sql } from "../tenant-db";
import { type FoundRecord, MOST_OF_A_KIND } from "./schema";
import { AFTER_EVERY_CONTINUATION, type Words } from "./words";

// Under row-level security only leakproof comparisons reach an index: parts of references and addresses are found by the
// function that the lists search with, provider ids and titles by equality and range.

type Row = Omit<FoundRecord, "kind">;

interface FoundPayment extends Omit<Row, "title" | "detail"> {
  reference: string | null;
  customer_email: string | null;
  account_name: string;
  provider_reference: string | null;
}

/** The actor's accounts, as the access layer's own scoping (R18). */
const within = ({ accountIds }: TenantActor) =>
  sql`(${accountIds}::uuid[] is null or x.account_id = any (${accountIds}::uuid[]))`;

const byProvider = (actor: TenantActor, table: "payment_intents" | "refunds", { given }: Words) =>
  table === "payment_intents"
    ? sql`(select p.id from payment_intents p where p.tenant_id = ${actor.tenantId}::uuid
        and p.provider = any (${[...PROVIDER_NAMES]}::text[]) and p.provider_reference = ${given} limit ${MOST_OF_A_KIND})`
    : sql`(select r.id from refunds r where r.tenant_id = ${actor.tenantId}::uuid and r.provider_reference = ${given}
        limit ${MOST_OF_A_KIND})`;

/** Payments by id, the provider's id, or part of their reference or customer's address; the newest first. */
export async function findPayments(db: ReadClient, actor: TenantActor, words: Words): Promise<Row[]> {
  const { id, customerText, customerEmail } = words;
  const part = (field: string, needle: string) =>
    sql`(select app.search_payment_intents(${field}, ${needle}, null::uuid, false, ${MOST_OF_A_KIND}::int))`;
  const ids = id
    ? [sql`(select ${id}::uuid)`]
    : [
        byProvider(actor, "payment_intents", words),
        ...(customerText === null ? [] : [part("reference", customerText)]),
        ...(customerEmail === null ? [] : [part("customer_email", customerEmail)]),
      ];
  const rows = await db.rows<FoundPayment>(
    sql`select x.id, x.reference, x.customer_email, a.name as account_name, x.provider_reference, x.status, x.amount, x.currency
        from (select distinct f.id from (${join(ids, " union all ")}) as f (id)) f
        join payment_intents x on x.tenant_id = ${actor.tenantId}::uuid and x.id = f.id
        join accounts a on a.tenant_id = x.tenant_id and a.id = x.account_id
        where ${within(actor)} order by x.id desc limit ${MOST_OF_A_KIND}`,
    `search_payments_${ids.length}${id ? "_id" : ""}`,
  );
  // Addresses are masked by their field, before they become part of a sentence.
  return rows
    .map((row) => maskRecord(actor, row))
    .filter((row) => id || row.provider_reference === words.given || isShown(actor, row.reference, words))
    .map(asFound);
}

/** Whoever sees addresses masked, in references and titles too, must not find them out letter by letter. */
function isShown(actor: TenantActor, masked: string | null, { text }: Words): boolean {
  return seesPersonalData(actor) || Boolean(text && masked?.toLowerCase().includes(text));
}

function asFound(row: FoundPayment): Row {
  const { reference, customer_email: email, account_name: account, provider_reference: _provider, ...rest } = row;
  return reference === null
    ? { ...rest, title: email ?? `Payment …${rest.id.slice(-8)}`, detail: account }
    : { ...rest, title: reference, detail: email ?? account };
}

/** Refunds by id or the provider's id. */
export async function findRefunds(db: ReadClient, actor: TenantActor, words: Words): Promise<Row[]> {
  const ids = words.id ? sql`(select ${words.id}::uuid)` : byProvider(actor, "refunds", words);
  return db.rows<Row>(
    sql`select x.id, 'Refund of ' || coalesce(p.reference, 'payment …' || right(p.id::text, 8)) as title, a.name as detail,
          x.status, x.amount, x.currency
        from ${ids} as f (id)
        join refunds x on x.tenant_id = ${actor.tenantId}::uuid and x.id = f.id
        join payment_intents p on p.tenant_id = x.tenant_id and p.id = x.payment_intent_id
        join accounts a on a.tenant_id = x.tenant_id and a.id = x.account_id
        where ${within(actor)} order by x.id desc`,
    words.id ? "search_refunds_by_id" : "search_refunds_by_provider",
  );
}

/** Living documents by id, or in their latest version by the beginning of their title. */
export async function findDocuments(db: ReadClient, actor: TenantActor, words: Words): Promise<Row[]> {
  const { id, customerText } = words;
  if (!id && customerText === null) return [];
  const which = id
    ? sql`x.id = ${id}::uuid`
    : sql`x.title_key >= ${customerText} and x.title_key < ${customerText + AFTER_EVERY_CONTINUATION}
        and not exists (select 1 from documents l where l.tenant_id = x.tenant_id and l.series_id = x.series_id
          and l.version > x.version and l.deleted_at is null)`;
  const rows = await db.rows<Row>(
    sql`select x.id, x.title, coalesce(a.name, x.file_name) as detail, null as status, null::bigint as amount, null as currency
        from documents x left join accounts a on a.tenant_id = x.tenant_id and a.id = x.account_id
        where x.tenant_id = ${actor.tenantId}::uuid and x.deleted_at is null and ${which} and ${within(actor)}
        order by x.title_key, x.id desc limit ${MOST_OF_A_KIND}`,
    id ? "search_documents_by_id" : "search_documents",
  );
  return rows.map((row) => maskRecord(actor, row)).filter(({ title }) => id || isShown(actor, title, words));
}
