import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { stepInHref } from "../step-in";

const linkClassName = "rounded-sm text-accent hover:underline";

export interface FoundGroupProps<T> {
  title: string;
  group: { items: T[]; has_more: boolean };
  /** Where all of them are listed. */
  allHref?: string;
  children: (item: T) => ReactNode;
}

/** One kind of what was found. */
export function FoundGroup<T>({ title, group: { items, has_more }, allHref, children }: FoundGroupProps<T>) {
  const t = useTranslations("server.platform");
  if (items.length === 0) return null;
  return (
    <Card
      title={
        <>
          {title}{" "}
          <span className="font-normal text-muted-foreground text-sm">
            {has_more ? `${items.length}+` : items.length}
          </span>
        </>
      }
      flush
    >
      <ul className="divide-y">{items.map(children)}</ul>
      {has_more && (
        <p className="border-t px-4 py-2.5 text-muted-foreground text-xs">
          {t("search.more")}{" "}
          {allHref ? (
            <Link href={allHref} className={linkClassName}>
              {t("search.listAll")}
            </Link>
          ) : (
            t("search.beExact")
          )}
        </p>
      )}
    </Card>
  );
}

interface FoundRowBase {
  title: string;
  detail?: ReactNode;
  /** Badges and amounts. */
  children?: ReactNode;
}

/** A record of the platform's own has a page; one of a tenant is seen by stepping in. */
export type FoundRowProps = FoundRowBase &
  ({ href: string } | { id: string; tenant: { id: string; slug: string; name: string }; path: string });

export function FoundRow(props: FoundRowProps) {
  const t = useTranslations("server.platform");
  const { title, detail, children } = props;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1.5 px-4 py-2.5">
      <div className="min-w-0 flex-1 basis-56">
        <p className="break-words font-medium">
          {"href" in props ? (
            <Link href={props.href} className={linkClassName}>
              {title}
            </Link>
          ) : (
            title
          )}
        </p>
        {detail && <p className="break-words text-muted-foreground text-xs">{detail}</p>}
        {"tenant" in props && (
          <p className="mt-0.5 flex flex-wrap items-center gap-x-3 text-xs">
            <Link href={`/admin/tenants/${props.tenant.id}`} className={linkClassName}>
              {props.tenant.name}
            </Link>
            <CopyableId id={props.id} />
          </p>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {children}
        {"tenant" in props && (
          <Link
            href={stepInHref(props.tenant, props.path)}
            className={linkClassName}
            aria-label={t("search.stepInTo", { title })}
          >
            {t("search.stepIn")}
          </Link>
        )}
      </div>
    </li>
  );
}
