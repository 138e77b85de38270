import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import pg from "pg";
import { startProver } from "@/scripts/start/prover";
import { expectAccessible, signInAs } from "./pages";

const ownerUrl = process.env.E2E_DATABASE_URL ?? "";

test.skip(ownerUrl === "", "looks behind the pages, into the database of npm test");
test.describe.configure({ mode: "serial", timeout: 240_000 });

async function asOwner<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    return (await owner.query(text, values)).rows;
  } finally {
    await owner.end();
  }
}

/** The matrix has thousands of cells, and axe would look at each for minutes: three of its lines stand for all. */
const MATRIX_REST = '[aria-label="Table × identity × command"] tbody tr:nth-child(n + 4)';

async function fitsPhone(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.setViewportSize({ width: 1280, height: 800 });
}

test("the system's figures are there for platform admins, and for nobody else", async ({ page, browser }) => {
  await signInAs(page, "Platform admin");
  await page.goto("/admin/system");
  for (const title of ["Database", "Jobs", "Pools", "Migrations", "Slow statements", "Versions", "Limits"])
    await expect(page.getByRole("heading", { name: title, exact: true })).toBeVisible();
  await expect(page.getByText("none pending, none edited since")).toBeVisible();
  await expect(page.getByText("Not available here")).toBeVisible();
  await expectAccessible(page);
  await fitsPhone(page);
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(page.getByRole("heading", { name: "Database", exact: true })).toBeVisible();

  const owner = await (await browser.newContext()).newPage();
  await signInAs(owner, "Company Access (owner)");
  for (const path of ["", "/jobs", "/isolation"])
    expect((await owner.goto(`/admin/system${path}`))?.status(), path).toBe(404);
  expect(
    (await owner.request.get("/api/dashboard/isolation-report?id=0190a000-0000-7000-8000-00000000000a")).status(),
  ).toBe(403);
});

test("a job that failed is seen with its error, retried and removed, each with a reason", async ({ page }) => {
  const [tenant] = await asOwner<{ id: string; name: string; now: string }>(
    "select id, name, now()::text from tenants where slug = 'aurora'",
  );
  // Nobody runs this task, so that it stays where it is put.
  const [job] = await asOwner<{ number: string }>(
    `select f.id as number from graphile_worker.permanently_fail_jobs(array[(graphile_worker.add_job('test.nobody',
       json_build_object('tenant_id', $1::text))).id], E'Error: no answer\n    at a line of ours') f`,
    [tenant?.id],
  );
  await signInAs(page, "Platform admin");
  await page.goto("/admin/system/jobs?state=failed&task=test.nobody");
  await expect(page.getByText("Error: no answer")).toBeVisible();
  await expect(page.getByRole("link", { name: tenant?.name ?? "" })).toBeVisible();
  await expectAccessible(page);
  await fitsPhone(page);

  await page.getByRole("button", { name: `Run job ${job?.number} now` }).click();
  const dialog = page.getByRole("dialog");
  await expectAccessible(page);
  await dialog.getByLabel("Reason").fill("The provider answers again");
  await dialog.getByRole("button", { name: "Run now" }).click();
  await expect(page.getByText("Nothing matches")).toBeVisible();

  await page.goto("/admin/system/jobs?task=test.nobody");
  await page.getByRole("button", { name: `Remove job ${job?.number}` }).click();
  await dialog.getByLabel("Reason").fill("Not needed any more");
  await dialog.getByRole("button", { name: "Remove job" }).click();
  await expect(dialog).toBeHidden();
  const logged = await asOwner<{ operation: string; reason: string }>(
    "select operation, reason from audit_logs where table_name = 'jobs' and tenant_id = $1 and created_at >= $2 order by id",
    [tenant?.id, tenant?.now],
  );
  expect(logged).toEqual([
    { operation: "jobs.retry", reason: "The provider answers again" },
    { operation: "jobs.remove", reason: "Not needed any more" },
  ]);
});

test("isolation is proved from the page, as far as somebody is there who can", async ({ page }) => {
  await signInAs(page, "Platform admin");
  await page.goto("/admin/system/isolation");
  await expect(page.getByText("Nobody is here who could prove it")).toBeVisible();
  await expect(page.getByRole("button", { name: "Prove now" })).toBeHidden();
  await expectAccessible(page);

  const prover = startProver({ ownerUrl });
  try {
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole("button", { name: "Prove now" })).toBeVisible({ timeout: 2000 });
    }).toPass();
    await page.getByRole("button", { name: "Prove now" }).click();
    await expect(page.getByText("Isolation holds").first()).toBeVisible({ timeout: 120_000 });
    await expect(page.getByRole("region", { name: "Table × identity × command" })).toBeVisible();
    await expectAccessible(page, undefined, MATRIX_REST);
    await fitsPhone(page);

    await page.getByRole("link", { name: "payment_intents", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Attempts on payment_intents" })).toBeVisible();
    await expectAccessible(page, undefined, MATRIX_REST);

    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download JSON" }).click();
    const report = JSON.parse(readFileSync(await (await downloading).path(), "utf8"));
    expect(report).toMatchObject({ status: "held", findings: [] });
    expect(report.cells.length).toBeGreaterThan(1000);

    await page.getByRole("region", { name: "Runs of the proof" }).getByRole("link").first().click();
    await expect(page.getByRole("heading", { name: "A run of the isolation proof" })).toBeVisible();
    await expectAccessible(page, undefined, MATRIX_REST);
  } finally {
    await prover.stop();
  }
});
