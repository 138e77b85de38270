import { type ReadClient, sql } from "../tenant-db";
import {
  type FoundAccount,
  type FoundApiKey,
  type FoundPaymentIntent,
  type FoundRefund,
  type FoundTenant,
  type FoundUser,
  MOST_FOUND,
} from "./schema";
import type { Words } from "./words";

// Rows of tenants are looked up tenant by tenant, by the indexes that begin with tenant_id: the LIMIT inside keeps the
// planner from joining whole tables. A thousand tenants are a thousand look-ups of some microseconds each.

const WANTED = MOST_FOUND + 1;
const TENANT = sql`jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name) as tenant`;
const AFTER_EVERY_CONTINUATION = "\u{10ffff}";

/** Payment intents with this id, customer's address, or beginning of a reference; the newest first. */
export async function findPaymentIntents(db: ReadClient, words: Words): Promise<FoundPaymentIntent[]> {
  const { id, customerEmail, reference } = words;
  const columns = sql`p.id, ${TENANT}, p.reference, p.customer_email, p.amount, p.currency, p.status, p.created_at`;
  if (id)
    return db.rows(
      sql`select ${columns} from tenants t cross join lateral
          (select * from payment_intents p where p.tenant_id = t.id and p.id = ${id}::uuid limit 1) p limit ${WANTED}`,
      "search_payments_by_id",
    );
  if (customerEmail)
    return db.rows(
      sql`select ${columns} from tenants t cross join lateral
          (select * from payment_intents p where p.tenant_id = t.id and p.customer_email_key = ${customerEmail}
           order by p.id desc limit ${WANTED}) p order by p.id desc limit ${WANTED}`,
      "search_payments_by_email",
    );
  if (reference)
    return db.rows(
      sql`select ${columns} from tenants t cross join lateral
          (select * from payment_intents p where p.tenant_id = t.id and p.reference_key >= ${reference}
             and p.reference_key < ${reference + AFTER_EVERY_CONTINUATION}
           order by p.reference_key, p.id limit ${WANTED}) p order by p.reference_key, p.id limit ${WANTED}`,
      "search_payments_by_reference",
    );
  return [];
}

export async function findRefunds(db: ReadClient, { id }: Words): Promise<FoundRefund[]> {
  if (!id) return [];
  return db.rows(
    sql`select r.id, ${TENANT}, r.payment_intent_id, r.amount, r.currency, r.status, r.created_at
        from tenants t cross join lateral
          (select * from refunds r where r.tenant_id = t.id and r.id = ${id}::uuid limit 1) r limit ${WANTED}`,
    "search_refunds",
  );
}

export async function findAccounts(db: ReadClient, { id, text }: Words): Promise<FoundAccount[]> {
  const columns = sql`a.id, ${TENANT}, a.name, a.deleted_at`;
  if (id)
    return db.rows(
      sql`select ${columns} from tenants t cross join lateral
          (select * from accounts a where a.tenant_id = t.id and a.id = ${id}::uuid limit 1) a limit ${WANTED}`,
      "search_accounts_by_id",
    );
  if (!text) return [];
  return db.rows(
    sql`select ${columns} from app.search_accounts(${text}, ${WANTED}) f
        join accounts a on a.tenant_id = f.tenant_id and a.id = f.id join tenants t on t.id = a.tenant_id
        order by a.name, a.id`,
    "search_accounts_by_name",
  );
}

export async function findApiKeys(db: ReadClient, words: Words): Promise<FoundApiKey[]> {
  const { id, keyPrefix, keyLastFour } = words;
  const columns = sql`k.id, ${TENANT}, k.name, k.prefix, k.last_four, k.revoked_at, k.expires_at`;
  if (id)
    return db.rows(
      sql`select ${columns} from tenants t cross join lateral
          (select k.id, k.name, k.prefix, k.last_four, k.revoked_at, k.expires_at
           from tenant_api_keys k where k.tenant_id = t.id and k.id = ${id}::uuid limit 1) k limit ${WANTED}`,
      "search_keys_by_id",
    );
  if (keyPrefix)
    return db.rows(
      sql`select ${columns} from tenant_api_keys k join tenants t on t.id = k.tenant_id
          where k.prefix = ${keyPrefix} and (${keyLastFour}::text is null or k.last_four = ${keyLastFour})
          order by k.id desc limit ${WANTED}`,
      "search_keys_by_prefix",
    );
  if (!keyLastFour) return [];
  return db.rows(
    sql`select ${columns} from tenant_api_keys k join tenants t on t.id = k.tenant_id
        where k.last_four = ${keyLastFour} order by k.id desc limit ${WANTED}`,
    "search_keys_by_last_four",
  );
}

export async function findUsers(db: ReadClient, { id, text }: Words): Promise<FoundUser[]> {
  if (!id && !text) return [];
  const which = id ? sql`u.id = ${id}::uuid` : sql`u.id = any (array(select app.search_people(${text}, ${WANTED})))`;
  return db.rows(
    sql`select u.id, u.email, u.full_name, u.disabled_at,
          exists (select 1 from platform_admins p where p.user_id = u.id) as is_platform_admin,
          array(select t.name from memberships m join tenants t on t.id = m.tenant_id
            where m.user_id = u.id and m.deleted_at is null order by t.name) as tenant_names
        from users u where ${which} order by u.full_name, u.email`,
    id ? "search_users_by_id" : "search_users",
  );
}

/** There are thousands of tenants at most: each row is read. */
export async function findTenants(db: ReadClient, { id, text }: Words): Promise<FoundTenant[]> {
  if (!id && !text) return [];
  const which = id
    ? sql`t.id = ${id}::uuid`
    : sql`(strpos(lower(t.name), ${text}) > 0 or strpos(t.slug, ${text}) > 0 or strpos(lower(t.domain), ${text}) > 0)`;
  return db.rows(
    sql`select t.id, t.slug, t.name, t.domain, t.status from tenants t where ${which} order by t.name, t.id limit ${WANTED}`,
    id ? "search_tenants_by_id" : "search_tenants",
  );
}
