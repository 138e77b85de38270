import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { linksOf, readList } from "@/app/(dashboard)/[tenant]/list-state";
import { RefreshWhile } from "@/app/(dashboard)/[tenant]/refresh-while";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { adminPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { findLatestProof, findProver, listIsolationProofs } from "@/lib/isolation-proofs/queries";
import { isolationProofList } from "@/lib/isolation-proofs/schema";
import { SystemTabs } from "../system-tabs";
import { chosenTable } from "./_proof/chosen-table";
import { ProofView } from "./_proof/proof-view";
import { ProofsTable } from "./proofs-table";
import { ProveButton } from "./prove-button";

export const generateMetadata = pageTitle((t) => t("adminSystem.isolation.title"));

const PATH = "/admin/system/isolation";

export default adminPage(async ({ admin, person, searchParams: { table, ...searchParams } }) => {
  const t = await getTranslations("server.adminSystem");
  const tShared = await getTranslations("client.adminSystem");
  const { query, issues } = readList(isolationProofList, searchParams, person);
  const [page, prover, latest] = await Promise.all([
    listIsolationProofs(admin, query),
    findProver(admin),
    findLatestProof(admin, chosenTable(table)),
  ]);
  const isRunning = page.items.some(({ status }) => status === "requested" || status === "running");
  return (
    <>
      <PageHeader
        title={t("isolation.title")}
        description={tShared("isolation.help")}
        actions={prover.is_there && <ProveButton isRunning={isRunning} />}
      />
      <div className="flex min-w-0 flex-col gap-4">
        <SystemTabs />
        <RefreshWhile pending={isRunning} />
        {!prover.is_there && <NoProver />}
        {latest ? (
          <ProofView proof={latest} path={PATH} timeZone={person.timeZone} />
        ) : (
          <Card>
            <EmptyState title={isRunning ? t("isolation.first") : t("isolation.none")} />
          </Card>
        )}
        <ProofsTable
          page={page}
          links={linksOf(isolationProofList, query, PATH, page)}
          issues={issues}
          timeZone={person.timeZone}
        />
      </div>
    </>
  );
});

/** The web server has no login that could prove it, and must not have one. */
function NoProver() {
  const t = useTranslations("server.adminSystem");
  return (
    <Alert tone="info" title={t("isolation.noProver")}>
      {t.rich("isolation.noProverHelp", {
        start: "npm start", // text-ok: a command
        once: "npm run prove:isolation", // text-ok: a command
        watch: "npm run prove:isolation -- --watch", // text-ok: a command
        code: (chunks) => <code>{chunks}</code>,
      })}
    </Alert>
  );
}
