import { createServer } from "node:http";
import pg from "pg";

// The yardstick of `npm run bench`: the same list by node:http and pg alone, without policies, keys or schemas.
// Arguments: port, tenant id. DATABASE_URL: the owner's.
const [, , port, tenantId] = process.argv;
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 8 });
pool.on("error", () => {});

const LIST = `select x.id, jsonb_build_object('id', a.id, 'name', a.name) as account, x.status, x.amount::float8 as amount, x.currency,
  x.billing_amount::float8 as billing_amount, x.billing_currency, x.processing_amount, x.processing_currency, x.customer_email,
  x.customer_phone, x.reference, x.failure_reason, x.metadata, x.created_at, x.updated_at
  from (select * from payment_intents where tenant_id = $1 order by id desc limit 51) x
  join accounts a on a.tenant_id = x.tenant_id and a.id = x.account_id order by x.id desc`;

createServer(async (_request, response) => {
  const { rows } = await pool.query({ name: "list", text: LIST, values: [tenantId] });
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ items: rows }));
}).listen(Number(port), "127.0.0.1");

process.on("SIGTERM", () => process.exit(0));
