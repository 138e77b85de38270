import { Check } from "lucide-react";
import Link from "next/link";
import { Fragment } from "react";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/lib/cn";
import type { Role } from "@/lib/roles/schema";
import { permissionGroups } from "../api-keys/scopes";

export interface RoleListProps {
  /** Address of the roles. */
  path: string;
  roles: readonly Role[];
}

const STICKY = "sticky left-0 z-10 bg-surface";

/** Permissions against roles, where there is room for a table. */
export function RoleMatrix({ path, roles }: RoleListProps) {
  return (
    <section
      aria-label="Permissions of the roles"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="hidden overflow-x-auto rounded-lg border bg-surface md:block"
    >
      <table className="w-full border-separate border-spacing-0 text-sm">
        <caption className="sr-only">Which role has which permission</caption>
        <thead>
          <tr>
            <th
              scope="col"
              className={cn(STICKY, "min-w-72 border-b px-4 py-2.5 text-left font-medium text-muted-foreground")}
            >
              Permission
            </th>
            {roles.map(({ id, name, key, member_count }) => (
              <th key={id} scope="col" className="min-w-24 max-w-40 border-b px-3 py-2.5 align-bottom font-medium">
                <Link href={`${path}/${id}`} className="text-accent hover:underline">
                  {name}
                </Link>
                <span className="block font-normal text-muted-foreground text-xs tabular-nums">
                  {membersText(member_count)}
                </span>
                {key === null && <Badge tone="accent">Own</Badge>}
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
                  className="border-b bg-surface-muted px-4 py-1.5 text-left font-medium text-xs"
                >
                  <span className="sticky left-4">{label}</span>
                </th>
              </tr>
              {permissions.map(({ name, meaning }) => (
                <tr key={name} className="hover:bg-surface-muted">
                  <th scope="row" className={cn(STICKY, "border-b px-4 py-1.5 text-left font-normal")}>
                    <code className="font-mono text-xs">{name}</code>
                    <span className="block text-muted-foreground text-xs">{meaning}</span>
                  </th>
                  {roles.map(({ id, permissions: held }) => (
                    <td key={id} className="border-b px-3 py-1.5 text-center">
                      <Mark isHeld={held.includes(name)} />
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
  return isHeld ? (
    <>
      <Check className="mx-auto size-4 text-success-text" aria-hidden />
      <span className="sr-only">Yes</span>
    </>
  ) : (
    <>
      <span className="text-muted-foreground" aria-hidden>
        –
      </span>
      <span className="sr-only">No</span>
    </>
  );
}

/** "Nobody", "1 member", "3 members". */
export function membersText(count: number): string {
  if (count === 0) return "Nobody";
  return count === 1 ? "1 member" : `${count.toLocaleString("en")} members`;
}
