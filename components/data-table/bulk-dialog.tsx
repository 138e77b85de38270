"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useSentence } from "@/components/locale/use-sentence";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { Progress } from "@/components/ui/progress";
import { toast } from "@/components/ui/toast";
import type { ActionError } from "@/lib/http/action-result";
import type { Texts } from "@/lib/messages/texts";
import type { BulkAction } from "./bulk-action";
import { BulkReason } from "./bulk-reason";
import { BulkRefusals } from "./bulk-refusals";
import { inBatches, type Outcome } from "./bulk-run";

export interface BulkTarget<Row> {
  action: BulkAction<Row>;
  ids: readonly string[];
  /** Chosen rows that the action makes no sense for. */
  leftOut: number;
  /** What the rows in sight are called. */
  names: ReadonlyMap<string, string>;
}

export interface BulkDialogProps<Row> {
  target: BulkTarget<Row>;
  onClose: () => void;
  /** After something was done: the rows are not what they were when they were chosen. */
  onDone: () => void;
}

/** Says what will happen to how many rows, does it with progress, and says of each row that refused why. */
export function BulkDialog<Row>({ target, onClose, onDone }: BulkDialogProps<Row>) {
  const { action, ids, leftOut, names } = target;
  const t = useTranslations("client.table.bulk");
  const sentence = useSentence();
  const [values, setValues] = useState<Record<string, unknown> | null>(
    action.Fields || action.reasonReadBy ? null : {},
  );
  const [worked, setWorked] = useState<number | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const isStopped = useRef(false);
  const isRunning = worked !== null && outcome === null;

  async function run() {
    if (isRunning || values === null) return;
    setWorked(0);
    const found = await inBatches(t, ids, (batch) => action.run(batch, values), {
      onProgress: setWorked,
      isStopped: () => isStopped.current,
    });
    if (found.done.length > 0) {
      announce(t, sentence, action, found.done);
      onDone();
    }
    const isComplete = found.refused.length === 0 && !found.error && found.left === 0;
    if (isComplete) onClose();
    else setOutcome(found);
  }

  return (
    <Dialog open onOpenChange={(open) => !open && !isRunning && onClose()}>
      <DialogContent title={titleOf(t, target, outcome)} closeHidden={isRunning}>
        {outcome ? (
          <Result outcome={outcome} names={names} onClose={onClose} />
        ) : (
          <>
            <div className="text-muted-foreground">{action.description}</div>
            {leftOut > 0 && <Alert tone="info">{t("leftOut", { count: leftOut })}</Alert>}
            {action.Fields && <action.Fields onChange={setValues} />}
            {action.reasonReadBy && <BulkReason readBy={action.reasonReadBy} onChange={setValues} />}
            {isRunning && <Progress value={worked} max={ids.length} label={t("progress")} />}
            <DialogFooter>
              <Button
                onClick={() => {
                  isStopped.current = true;
                  if (!isRunning) onClose();
                }}
              >
                {isRunning ? t("stop") : t("back")}
              </Button>
              <Button
                variant={action.tone ?? "primary"}
                loading={isRunning}
                aria-disabled={ids.length === 0 || values === null || undefined}
                onClick={() => ids.length > 0 && void run()}
              >
                {action.label}
              </Button>
            </DialogFooter>
          </>
        )}
      </DialogContent>
    </Dialog>
  );
}

type BulkTexts = Texts<"client.table.bulk">;

function announce<Row>(t: BulkTexts, sentence: (english: string) => string, action: BulkAction<Row>, done: string[]) {
  const { undo } = action;
  toast.success(action.done(done.length), {
    ...(undo && {
      duration: 10_000,
      action: {
        label: t("undo"),
        onClick: async () => {
          const back = await inBatches(t, done, undo);
          if (back.done.length > 0) toast.success(t("undone", { count: back.done.length }));
          if (back.refused.length > 0 || back.error)
            toast.error(
              back.error?.message ??
                t("notUndone", { count: back.refused.length, reason: sentence(back.refused[0]?.message ?? "") }),
            );
        },
      },
    }),
  });
}

function titleOf<Row>(t: BulkTexts, { action, ids }: BulkTarget<Row>, outcome: Outcome | null): string {
  if (outcome?.error) return t("unfinished");
  if (outcome?.done.length === 0) return t("nothingChanged");
  if (outcome) return t("outcome", { done: outcome.done.length, failed: outcome.refused.length + outcome.left });
  return ids.length === 0 ? t("nothingToDo") : action.title(ids.length);
}

interface ResultProps extends Pick<BulkTarget<never>, "names"> {
  outcome: Outcome;
  onClose: () => void;
}

function Result({ outcome: { refused, error, left }, names, onClose }: ResultProps) {
  const t = useTranslations("client.table.bulk");
  return (
    <>
      {error && <StoppedBy error={error} left={left} />}
      {!error && left > 0 && <Alert tone="info">{t("stopped", { count: left })}</Alert>}
      <BulkRefusals refused={refused} names={names} />
      <DialogFooter>
        <Button variant="primary" onClick={onClose}>
          {t("close")}
        </Button>
      </DialogFooter>
    </>
  );
}

function StoppedBy({ error, left }: { error: ActionError; left: number }) {
  const t = useTranslations("client.table.bulk");
  return (
    <Alert tone="danger" live requestId={error.requestId}>
      {t("withoutAnswer", { message: error.message, count: left })}
    </Alert>
  );
}
