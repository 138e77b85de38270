import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Timestamp } from "@/components/ui/timestamp";
import type { RecordVersion } from "@/lib/record-versions/schema";

/** What one looks at: the past, how long it was so, and who had made it so. */
export function VersionBanner({ version, timeZone }: { version: RecordVersion; timeZone: string }) {
  const { at, state, valid_from, valid_until, known_from, actor_kind, actor_label } = version;
  const t = useTranslations("server.versions.banner");
  const timed = (value: string) => ({
    time: () => <Timestamp value={value} timeZone={timeZone} style="second" isReachable />,
  });
  function sinceText(from: string) {
    if (!actor_label) return t.rich("since", timed(from));
    if (actor_kind === "system") return t.rich("sinceBySystem", timed(from));
    return t.rich("sinceBy", { ...timed(from), actor: actor_label });
  }
  return (
    <Alert tone={state === "there" ? "info" : "warning"} className="mb-4">
      <p className="font-medium">{t.rich(state, timed(at))}</p>
      {state === "there" && (
        <p>
          {valid_from && <>{sinceText(valid_from)} </>}
          {valid_until ? t.rich("changed", timed(valid_until)) : t("stillSo")}
        </p>
      )}
      {state === "not_yet" && valid_until && <p>{t.rich("made", timed(valid_until))}</p>}
      {state === "deleted" && valid_from && <p>{t.rich("removed", timed(valid_from))}</p>}
      {state === "unknown" && (
        <p>
          {known_from && Date.parse(at) < Date.parse(known_from)
            ? t.rich("knownFrom", timed(known_from))
            : t("outOfReach")}
        </p>
      )}
    </Alert>
  );
}
