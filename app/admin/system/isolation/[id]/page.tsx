import { getTranslations } from "next-intl/server";
import { recordId } from "@/app/(dashboard)/[tenant]/record-id";
import { RefreshWhile } from "@/app/(dashboard)/[tenant]/refresh-while";
import { PageHeader } from "@/components/ui/page-header";
import { adminPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { getIsolationProof } from "@/lib/isolation-proofs/queries";
import { chosenTable } from "../_proof/chosen-table";
import { ProofView } from "../_proof/proof-view";

export const generateMetadata = pageTitle((t) => t("adminSystem.isolation.title"));

export default adminPage<{ id: string }>(async ({ admin, person: { timeZone }, params, searchParams }) => {
  const t = await getTranslations("server.adminSystem");
  const id = recordId(params.id);
  const proof = await getIsolationProof(admin, { id, table: chosenTable(searchParams.table) });
  const path = "/admin/system/isolation";
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <PageHeader
        title={t("isolation.runTitle")}
        breadcrumb={[
          { label: t("title"), href: "/admin/system" },
          { label: t("isolation.title"), href: path },
          { label: t("isolation.run") },
        ]}
      />
      <RefreshWhile pending={proof.status === "requested" || proof.status === "running"} />
      <ProofView proof={proof} path={`${path}/${id}`} timeZone={timeZone} />
    </div>
  );
});
