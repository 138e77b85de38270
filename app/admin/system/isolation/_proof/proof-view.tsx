import { Download } from "lucide-react";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { buttonVariants } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Timestamp } from "@/components/ui/timestamp";
import type { IsolationProofDetail } from "@/lib/isolation-proofs/schema";
import { countLabel, durationLabel } from "../../figures";
import { PROOF_LABELS, PROOF_TONES } from "../../labels";
import { AttemptsCard } from "./attempts-card";
import { Matrix } from "./matrix";

interface ProofViewProps {
  proof: IsolationProofDetail;
  /** Address of the page, to which the choice of a table is added. */
  path: string;
  timeZone: string;
}

/** One run: the verdict, what is wrong if anything, and the matrix. */
export function ProofView({ proof, path, timeZone }: ProofViewProps) {
  const hasReport = proof.cells.length + proof.findings.length > 0;
  return (
    <>
      <Card
        title={
          <span className="flex flex-wrap items-center gap-2">
            Verdict <Badge tone={PROOF_TONES[proof.status]}>{PROOF_LABELS[proof.status]}</Badge>
          </span>
        }
        actions={
          hasReport && (
            <a
              href={`/api/dashboard/isolation-report?id=${proof.id}`}
              download
              className={buttonVariants({ variant: "secondary", size: "sm" })}
            >
              <Download aria-hidden /> Download JSON
            </a>
          )
        }
      >
        <DescriptionList columns={2}>
          <DescriptionItem term="Proved">
            <Timestamp value={proof.finished_at} timeZone={timeZone} zoneShown />
          </DescriptionItem>
          <DescriptionItem term="By">{proof.requested_by_label}</DescriptionItem>
          <DescriptionItem term="Attempts">{countLabel(proof.attempt_count)}</DescriptionItem>
          <DescriptionItem term="Not as they should be">{countLabel(proof.wrong_count)}</DescriptionItem>
          <DescriptionItem term="Catalogue">
            {proof.finding_count === 0 ? "as the rules demand" : `${proof.finding_count} findings`}
          </DescriptionItem>
          <DescriptionItem term="Took">
            {proof.duration_ms === null ? null : durationLabel(proof.duration_ms / 1000)}
          </DescriptionItem>
          <DescriptionItem term="PostgreSQL">{proof.postgres_version}</DescriptionItem>
        </DescriptionList>
      </Card>
      {proof.problem && (
        <Alert tone="warning" title="It could not be carried out">
          {proof.problem}.
        </Alert>
      )}
      {proof.findings.map(({ object, problem }) => (
        <Alert key={`${object} ${problem}`} tone="danger">
          <code>{object}</code> {problem}
        </Alert>
      ))}
      {proof.wrong_attempts.length > 0 && <AttemptsCard title="Not as it should be" attempts={proof.wrong_attempts} />}
      {proof.attempts[0] && (
        <AttemptsCard title={`Attempts on ${proof.attempts[0].table}`} attempts={proof.attempts} closeHref={path} />
      )}
      {proof.cells.length > 0 && <Matrix cells={proof.cells} path={path} />}
    </>
  );
}
