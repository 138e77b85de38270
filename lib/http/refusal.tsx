import { ErrorState } from "@/components/ui/error-state";
import type { Giver } from "../access/givers";
import type { AppError } from "../errors";
import { isPermission, PERMISSIONS, type Permission } from "../permissions";

/** The permission for want of which something was refused, if it was. */
export function missingPermission(error: AppError): Permission | null {
  const name = error.code === "forbidden" ? error.data?.permission : undefined;
  return name !== undefined && isPermission(name) ? name : null;
}

export interface RefusalProps {
  error: AppError;
  requestId: string;
  /** Members who could give the missing permission. */
  givers: readonly Giver[];
  /** Whom somebody looks at this as, if so. */
  viewedAs: string | undefined;
}

/** Stands in the place of a page that is refused: what is missing, in words and by name, and who can give it. */
export function Refusal({ error, requestId, givers, viewedAs }: RefusalProps) {
  const permission = missingPermission(error);
  const title = error.code === "forbidden" ? refusedTitle(viewedAs) : "This could not be loaded";
  return (
    <>
      <h1 className="sr-only">{title}</h1>
      <ErrorState
        title={title}
        description={
          permission ? (
            <>
              It takes the permission <code className="font-mono">{permission}</code>: {PERMISSIONS[permission]}.{" "}
              {!viewedAs && whomToAsk(givers)}
            </>
          ) : (
            error.message
          )
        }
        requestId={requestId}
      />
    </>
  );
}

function refusedTitle(viewedAs: string | undefined): string {
  return viewedAs ? `${viewedAs} may not see this` : "You may not see this";
}

function whomToAsk(givers: readonly Giver[]): string {
  const names = givers.map(({ name }) => name);
  if (names.length === 0) return "Nobody in this tenant can give it at present.";
  const all = names.length > 1 ? `${names.slice(0, -1).join(", ")} or ${names.at(-1)}` : names[0];
  return `Ask ${all} for a role that has it.`;
}
