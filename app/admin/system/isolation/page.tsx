import type { Metadata } from "next";
import { linksOf, readList } from "@/app/(dashboard)/[tenant]/list-state";
import { RefreshWhile } from "@/app/(dashboard)/[tenant]/refresh-while";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { adminPage } from "@/lib/http/page";
import { findLatestProof, findProver, listIsolationProofs } from "@/lib/isolation-proofs/queries";
import { isolationProofList } from "@/lib/isolation-proofs/schema";
import { SystemTabs } from "../system-tabs";
import { chosenTable } from "./_proof/chosen-table";
import { ProofView } from "./_proof/proof-view";
import { ProofsTable } from "./proofs-table";
import { ProveButton } from "./prove-button";

export const metadata: Metadata = { title: "Isolation proof" };

const PATH = "/admin/system/isolation";

export default adminPage(async ({ admin, person, searchParams: { table, ...searchParams } }) => {
  const { query, issues } = readList(isolationProofList, searchParams, person);
  const [page, prover, latest] = await Promise.all([
    listIsolationProofs(admin, query),
    findProver(admin),
    findLatestProof(admin, chosenTable(table)),
  ]);
  const isRunning = page.items.some(({ status }) => status === "requested" || status === "running");
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <PageHeader
        title="Isolation proof"
        description="Two throw-away tenants are made, and everybody tries to reach everything of the other one: each table, each command. All of it is rolled back."
        actions={prover.is_there && <ProveButton isRunning={isRunning} />}
      />
      <SystemTabs />
      <RefreshWhile pending={isRunning} />
      {!prover.is_there && <NoProver />}
      {latest ? (
        <ProofView proof={latest} path={PATH} timeZone={person.timeZone} />
      ) : (
        <Card>
          <EmptyState title={isRunning ? "The first proof is running" : "Nothing has been proved here yet"} />
        </Card>
      )}
      <ProofsTable
        page={page}
        links={linksOf(isolationProofList, query, PATH, page)}
        issues={issues}
        timeZone={person.timeZone}
      />
    </div>
  );
});

/** The web server has no login that could prove it, and must not have one. */
function NoProver() {
  return (
    <Alert tone="info" title="Nobody is here who could prove it">
      A proof needs the login of the database's owner, which the web server does not have. <code>npm start</code> brings
      a process that has it. Where the server runs otherwise, run <code>npm run prove:isolation</code> once, or{" "}
      <code>npm run prove:isolation -- --watch</code> to have the button here.
    </Alert>
  );
}
