import { useMessages, useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { cn } from "@/lib/cn";
import { Icon } from "./icon";

export interface PermissionMatrixProps<Name extends string> {
  /** Permissions under their headings, see `permissionGroups`. */
  groups: readonly {
    label: string;
    permissions: readonly { name: Name; meaning: string }[];
  }[];
  /** A column each. */
  roles: readonly { id: string | number; head: ReactNode }[];
  /** What stands where a permission meets the role of that place. */
  cell: (permission: Name, roleIndex: number) => ReactNode;
  /** Id of what is wrong with it, if anything. */
  describedBy?: string | undefined;
  className?: string;
}

const STICKY = "sticky start-0 z-10 bg-surface";

/** Permissions against roles. It scrolls by itself, with the names of both staying in sight. */
export function PermissionMatrix<Name extends string>(props: PermissionMatrixProps<Name>) {
  const { groups, roles, cell, describedBy, className } = props;
  const t = useTranslations("client.ui.matrix");
  return (
    <section
      aria-label={t("region")}
      aria-describedby={describedBy}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      // The words for screen readers are placed by it, so that they scroll along.
      className={cn("relative overflow-auto", className)}
    >
      <table className="w-full border-separate border-spacing-0 text-sm">
        <caption className="sr-only">{t("caption")}</caption>
        <thead className="sticky top-0 z-20 bg-surface">
          <tr>
            <th
              scope="col"
              className={cn(
                STICKY,
                "min-w-36 border-b px-4 py-2.5 text-start font-medium text-muted-foreground sm:min-w-64",
              )}
            >
              {t("permission")}
            </th>
            {roles.map(({ id, head }) => (
              <th
                key={id}
                scope="col"
                className="min-w-20 max-w-40 border-b px-3 py-2.5 text-center align-bottom font-medium"
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ label, permissions }) => (
            <Fragment key={label}>
              <tr>
                <th
                  scope="colgroup"
                  colSpan={roles.length + 1}
                  className="border-b bg-surface-muted px-4 py-1 text-start font-medium text-xs"
                >
                  <span className="sticky start-4">{label}</span>
                </th>
              </tr>
              {permissions.map(({ name, meaning }) => (
                <tr key={name} className="hover:bg-surface-muted/60">
                  <th scope="row" className={cn(STICKY, "border-b px-4 py-1 text-start font-normal text-xs")}>
                    {meaning}
                    <code className="block break-all font-mono text-muted-foreground max-sm:hidden">{name}</code>
                  </th>
                  {roles.map(({ id }, index) => (
                    <td key={id} className="border-b px-3 py-1 text-center">
                      {cell(name, index)}
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

/** Whether a role has a permission, for eyes and for screen readers. */
export function HeldMark({ isHeld }: { isHeld: boolean }) {
  // Read as they are: a matrix has hundreds of these.
  const { yes, no } = useMessages().client.ui.matrix;
  return (
    <>
      {isHeld ? (
        <Icon name="check" className="mx-auto block text-success-text" />
      ) : (
        <span className="text-muted-foreground" aria-hidden>
          –
        </span>
      )}
      <span className="sr-only">{isHeld ? yes : no}</span>
    </>
  );
}
