import { Check } from "lucide-react";
import { Fragment } from "react";
import { permissionGroups } from "@/app/(dashboard)/[tenant]/api-keys/scopes";
import type { Template } from "@/lib/templates/schema";

const STICKY = "sticky left-0 z-10 bg-surface";

/** Permissions against the roles of a template. */
export function PermissionMatrix({ roles }: { roles: Template["roles"] }) {
  return (
    <section
      aria-label="Permissions of the roles"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      // The words for screen readers are placed by it, so that they scroll along.
      className="relative max-h-[36rem] overflow-auto"
    >
      <table className="w-full border-separate border-spacing-0 text-sm">
        <caption className="sr-only">Which role has which permission</caption>
        <thead className="sticky top-0 z-20 bg-surface">
          <tr>
            <th
              scope="col"
              className={`${STICKY} min-w-40 border-b px-4 py-2.5 text-left font-medium text-muted-foreground sm:min-w-64`}
            >
              Permission
            </th>
            {roles.map(({ key, name }) => (
              <th key={key} scope="col" className="min-w-24 max-w-40 border-b px-3 py-2.5 align-bottom font-medium">
                {name}
                <code className="block font-mono font-normal text-2xs text-muted-foreground">{key}</code>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {permissionGroups().map(({ label, permissions }) => (
            <Fragment key={label}>
              <tr>
                <th
                  scope="colgroup"
                  colSpan={roles.length + 1}
                  className="border-b bg-surface-muted px-4 py-1 text-left font-medium text-xs"
                >
                  <span className="sticky left-4">{label}</span>
                </th>
              </tr>
              {permissions.map(({ name, meaning }) => (
                <tr key={name} className="hover:bg-surface-muted/60">
                  <th scope="row" className={`${STICKY} border-b px-4 py-1 text-left font-normal text-xs`}>
                    <code className="break-all font-mono">{name}</code>
                    <span className="block text-muted-foreground max-sm:hidden">{meaning}</span>
                  </th>
                  {roles.map(({ key, grants_all, permissions: held }) => (
                    <td key={key} className="border-b px-3 py-1 text-center">
                      <Mark isHeld={grants_all || held.includes(name)} />
                    </td>
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Mark({ isHeld }: { isHeld: boolean }) {
  return (
    <>
      {isHeld ? (
        <Check className="mx-auto size-4 text-success-text" aria-hidden />
      ) : (
        <span className="text-muted-foreground" aria-hidden>
          –
        </span>
      )}
      <span className="sr-only">{isHeld ? "Yes" : "No"}</span>
    </>
  );
}
