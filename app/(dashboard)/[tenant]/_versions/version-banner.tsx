import { Alert } from "@/components/ui/alert";
import { Timestamp } from "@/components/ui/timestamp";
import type { RecordVersion } from "@/lib/record-versions/schema";

/** What one looks at: the past, how long it was so, and who had made it so. */
export function VersionBanner({ version, timeZone }: { version: RecordVersion; timeZone: string }) {
  const { at, state, valid_from, valid_until, known_from, actor_kind, actor_label } = version;
  const title = { there: "As it was on", not_yet: "Not there yet on", deleted: "Deleted on", unknown: "Not known on" };
  const time = (value: string) => <Timestamp value={value} timeZone={timeZone} style="second" isReachable />;
  return (
    <Alert tone={state === "there" ? "info" : "warning"} className="mb-4">
      <p className="font-medium">
        {title[state]} {time(at)}
      </p>
      {state === "there" && (
        <p>
          {valid_from && <>So since {time(valid_from)}</>}
          {valid_from && actor_label && <>, by {actor_kind === "system" ? "the system" : actor_label}</>}
          {valid_from && ". "}
          {valid_until ? <>It was changed on {time(valid_until)}.</> : "It is still so."}
        </p>
      )}
      {state === "not_yet" && valid_until && <p>It was made on {time(valid_until)}.</p>}
      {state === "deleted" && valid_from && <p>It was removed on {time(valid_from)}.</p>}
      {state === "unknown" && (
        <p>
          {known_from && Date.parse(at) < Date.parse(known_from) ? (
            <>The audit log can tell of this record from {time(known_from)} on: what is older was removed from it.</>
          ) : (
            "It was then in an account that you do not reach."
          )}
        </p>
      )}
    </Alert>
  );
}
