import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { REPOSITORY_DIR } from "@/scripts/db/paths";
import { run } from "@/scripts/run";

// The yardstick of a list's page: a Next application that holds nothing but the same table of 50 rows, as a server
// component, read by pg alone without policies or session.
const PAGE = `
import pg from "pg";
export const dynamic = "force-dynamic";
const pool = (globalThis.benchPool ??= new pg.Pool({ connectionString: process.env.BARE_DATABASE_URL, max: 8 }));
const LIST = \`select x.*, a.name as account from (select * from payment_intents where tenant_id = $1 order by id desc limit 51) x
  join accounts a on a.tenant_id = x.tenant_id and a.id = x.account_id order by x.id desc\`;
export default async function Page() {
  const { rows } = await pool.query({ name: "list", text: LIST, values: [process.env.BARE_TENANT_ID] });
  return (
    <table>
      <thead><tr><th>Reference</th><th>Amount</th><th>Status</th><th>Account</th><th>Customer</th><th>Created</th></tr></thead>
      <tbody>
        {rows.slice(0, 50).map((row) => (
          <tr key={row.id}>
            <td><a href={"/payment-intents/" + row.id}>{row.reference}</a></td>
            <td>{(Number(row.amount) / 100).toFixed(2)} {row.currency}</td>
            <td><span>{row.status}</span></td>
            <td>{row.account}</td>
            <td>{row.customer_email}</td>
            <td><time dateTime={row.created_at.toISOString()}>{row.created_at.toUTCString()}</time></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
`;

const LAYOUT = `
export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
`;

/** Makes and builds the bare application in .bench. @returns its folder */
export async function buildBareNext(): Promise<string> {
  const folder = path.join(REPOSITORY_DIR, ".bench", "bare-next");
  mkdirSync(path.join(folder, "app"), { recursive: true });
  writeFileSync(path.join(folder, "app", "page.jsx"), PAGE);
  writeFileSync(path.join(folder, "app", "layout.jsx"), LAYOUT);
  writeFileSync(
    path.join(folder, "next.config.mjs"),
    `export default { turbopack: { root: ${JSON.stringify(REPOSITORY_DIR)} }, poweredByHeader: false };\n`,
  );
  await run("next", ["build", folder], { quiet: true, env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } });
  return folder;
}
