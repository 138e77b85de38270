import type { Metadata } from "next";
import { recordId } from "@/app/(dashboard)/[tenant]/record-id";
import { RefreshWhile } from "@/app/(dashboard)/[tenant]/refresh-while";
import { PageHeader } from "@/components/ui/page-header";
import { adminPage } from "@/lib/http/page";
import { getIsolationProof } from "@/lib/isolation-proofs/queries";
import { chosenTable } from "../_proof/chosen-table";
import { ProofView } from "../_proof/proof-view";

export const metadata: Metadata = { title: "Isolation proof" };

export default adminPage<{ id: string }>(async ({ admin, person: { timeZone }, params, searchParams }) => {
  const id = recordId(params.id);
  const proof = await getIsolationProof(admin, { id, table: chosenTable(searchParams.table) });
  const path = "/admin/system/isolation";
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <PageHeader
        title="A run of the isolation proof"
        breadcrumb={[
          { label: "System", href: "/admin/system" },
          { label: "Isolation proof", href: path },
          { label: "Run" },
        ]}
      />
      <RefreshWhile pending={proof.status === "requested" || proof.status === "running"} />
      <ProofView proof={proof} path={`${path}/${id}`} timeZone={timeZone} />
    </div>
  );
});
