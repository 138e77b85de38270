import { useLocale, useTranslations } from "next-intl";
import { useSentence } from "@/components/locale/use-sentence";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { buttonVariants } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Icon } from "@/components/ui/icon";
import { Timestamp } from "@/components/ui/timestamp";
import type { IsolationProofDetail } from "@/lib/isolation-proofs/schema";
import { countLabel, durationLabel } from "../../figures";
import { PROOF_TONES } from "../../labels";
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
  const t = useTranslations("server.adminSystem.proof");
  const verdicts = useTranslations("client.adminSystem.verdicts");
  const locale = useLocale();
  const sentence = useSentence();
  const hasReport = proof.cells.length + proof.findings.length > 0;
  return (
    <>
      <Card
        title={
          <span className="flex flex-wrap items-center gap-2">
            {t("verdict")} <Badge tone={PROOF_TONES[proof.status]}>{verdicts(proof.status)}</Badge>
          </span>
        }
        actions={
          hasReport && (
            <a
              href={`/api/dashboard/isolation-report?id=${proof.id}`}
              download
              className={buttonVariants({ variant: "secondary", size: "sm" })}
            >
              <Icon name="download" /> {t("download")}
            </a>
          )
        }
      >
        <DescriptionList columns={2}>
          <DescriptionItem term={t("proved")}>
            <Timestamp value={proof.finished_at} timeZone={timeZone} zoneShown />
          </DescriptionItem>
          <DescriptionItem term={t("by")}>{sentence(proof.requested_by_label)}</DescriptionItem>
          <DescriptionItem term={t("attempts")}>{countLabel(locale, proof.attempt_count)}</DescriptionItem>
          <DescriptionItem term={t("wrong")}>{countLabel(locale, proof.wrong_count)}</DescriptionItem>
          <DescriptionItem term={t("catalogue")}>
            {proof.finding_count === 0 ? t("asRules") : t("findings", { count: proof.finding_count })}
          </DescriptionItem>
          <DescriptionItem term={t("took")}>
            {proof.duration_ms === null ? null : durationLabel(locale, proof.duration_ms / 1000)}
          </DescriptionItem>
          {/* text-ok: the name of a product */}
          <DescriptionItem term="PostgreSQL">{proof.postgres_version}</DescriptionItem>
        </DescriptionList>
      </Card>
      {proof.problem && (
        <Alert tone="warning" title={t("problem")}>
          {sentence(proof.problem)}.
        </Alert>
      )}
      {proof.findings.map(({ object, problem }) => (
        <Alert key={`${object} ${problem}`} tone="danger">
          <code>{object}</code> {sentence(problem)}
        </Alert>
      ))}
      {proof.wrong_attempts.length > 0 && <AttemptsCard title={t("wrongAttempts")} attempts={proof.wrong_attempts} />}
      {proof.attempts[0] && (
        <AttemptsCard
          title={t("attemptsOn", { table: proof.attempts[0].table })}
          attempts={proof.attempts}
          closeHref={path}
        />
      )}
      {proof.cells.length > 0 && <Matrix cells={proof.cells} path={path} />}
    </>
  );
}
