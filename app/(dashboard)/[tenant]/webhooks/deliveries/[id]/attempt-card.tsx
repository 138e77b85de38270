import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useSentence } from "@/components/locale/use-sentence";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Timestamp } from "@/components/ui/timestamp";
import type { WebhookAttempt } from "@/lib/webhook-endpoints/delivery-schema";

export interface AttemptCardProps {
  attempt: WebhookAttempt;
  body: string | null;
  timeZone: string;
}

/** One request beside its answer. */
export function AttemptCard({ attempt, body, timeZone }: AttemptCardProps) {
  const t = useTranslations("server.webhooks.attempt");
  const sentence = useSentence();
  const { number, status_code, error, duration_ms, response_headers, response_body, response_is_cut } = attempt;
  return (
    <Card
      title={t("title", { number })}
      actions={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted-foreground text-xs">
          <Badge tone={error ? "danger" : "success"}>{status_code ?? t("noAnswer")}</Badge>
          <span className="tabular-nums">{t("duration", { duration: duration_ms })}</span>
          <Timestamp value={attempt.created_at} timeZone={timeZone} zoneShown />
        </span>
      }
    >
      {error && <p className="mb-3 text-danger-text">{sentence(error)}</p>}
      <div className="grid gap-4 lg:grid-cols-2">
        <Side title={t("request")}>
          <Code label={t("requestHeaders", { number })}>
            {[`POST ${attempt.url}`, ...lines(attempt.request_headers)].join("\n")}
          </Code>
          <Code label={t("requestBody", { number })}>{body === null ? t("bodyHidden") : pretty(body)}</Code>
        </Side>
        <Side title={t("answer")}>
          {response_headers ? (
            <>
              <Code label={t("answerHeaders", { number })}>
                {[`HTTP ${status_code}`, ...lines(response_headers)].join("\n")}
              </Code>
              <Code label={t("answerBody", { number })}>{response_body ? pretty(response_body) : t("empty")}</Code>
              {response_is_cut && <p className="text-muted-foreground text-xs">{t("cut")}</p>}
            </>
          ) : (
            <p className="text-muted-foreground">{t("none")}</p>
          )}
        </Side>
      </div>
    </Card>
  );
}

function Side({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <h3 className="font-medium text-muted-foreground text-xs">{title}</h3>
      {children}
    </section>
  );
}

function Code({ label, children }: { label: string; children: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="max-h-96 overflow-auto rounded-md bg-surface-muted p-3">
      <pre className="whitespace-pre-wrap break-all font-mono text-xs">{children}</pre>
    </section>
  );
}

const lines = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers).map(([name, value]) => `${name}: ${value}`);

/** JSON with line breaks; anything else as it came. */
function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
