import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { REPOSITORY_DIR } from "@/scripts/db/paths";
import { run } from "@/scripts/run";

// The yardstick of a list's page: a Next application that holds nothing but the same table of 50 rows, element by element,
// as a server component, read by pg alone without policies or session.
const PAGE = `
import pg from "pg";
export const dynamic = "force-dynamic";
const pool = (globalThis.benchPool ??= new pg.Pool({ connectionString: process.env.BARE_DATABASE_URL, max: 8 }));
const LIST = \`select x.*, a.name as account from (select * from payment_intents where tenant_id = $1 order by id desc limit 51) x
  join accounts a on a.tenant_id = x.tenant_id and a.id = x.account_id order by x.id desc\`;
const money = new Intl.NumberFormat("en", { style: "currency", currency: "EUR" });
const time = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
export default async function Page() {
  const { rows } = await pool.query({ name: "list", text: LIST, values: [process.env.BARE_TENANT_ID] });
  return (
    <table className="data-table">
      <caption className="sr-only">Payment intents</caption>
      <thead>
        <tr>
          <td data-select><label><input type="checkbox" className="check" aria-label="Select all rows of this page" /></label></td>
          {["Reference", "Amount", "Status", "Account", "Customer", "Created"].map((name) => (
            <th key={name} scope="col" data-column={name}>{name}<span data-resize={name} aria-hidden="true" /></th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, 50).map((row) => (
          <tr key={row.id} data-linked="">
            <td data-select>
              <label><input type="checkbox" data-select-row className="check" aria-label={"Select " + row.reference} /></label>
            </td>
            <td><a data-row-link href={"/payment-intents/" + row.id}>{row.reference}</a></td>
            <td data-align="end">
              <span className="amount">{money.format(Number(row.amount) / 100)}<span className="ms-1 text-muted-foreground text-xs">{row.currency}</span></span>
            </td>
            <td><span className="badge bg-success-subtle text-success-text" data-icon="check">{row.status}</span></td>
            <td>{row.account}</td>
            <td className="max-lg:hidden">{row.customer_email}</td>
            <td><time dateTime={row.created_at.toISOString()} data-zone="UTC" className="tabular-nums whitespace-nowrap">{time.format(row.created_at)}</time></td>
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
