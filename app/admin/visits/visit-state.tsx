import { useTranslations } from "next-intl";
import { useSentence } from "@/components/locale/use-sentence";
import { Badge } from "@/components/ui/badge";
import type { Texts } from "@/lib/messages/texts";
import type { Visit } from "@/lib/visits/schema";
import { VISIT_STATE_LABELS, VISIT_STATE_TONES } from "@/lib/visits/words";

export interface VisitStateBadgeProps {
  visit: Pick<Visit, "state" | "writing_agreed_at">;
}

/** How it stands with a visit, in a word or two. */
export function VisitStateBadge({ visit }: VisitStateBadgeProps) {
  const t = useTranslations("client.visits");
  const sentence = useSentence();
  return <VisitStateBadges t={t} sentence={sentence} visit={visit} />;
}

export interface VisitStateBadgesProps extends VisitStateBadgeProps {
  t: Texts<"client.visits">;
  sentence: (english: string) => string;
}

/** The same in the rows of a table, which share what writes the texts. */
export function VisitStateBadges({ t, sentence, visit }: VisitStateBadgesProps) {
  return (
    <>
      <Badge tone={VISIT_STATE_TONES[visit.state]}>{sentence(VISIT_STATE_LABELS[visit.state])}</Badge>
      {visit.state === "running" && (
        <Badge tone={visit.writing_agreed_at ? "danger" : "neutral"}>
          {visit.writing_agreed_at ? t("writing") : t("reading")}
        </Badge>
      )}
    </>
  );
}
