"use client";

import { MailPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useState } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { FilterField } from "@/components/data-table/filter-fields";
import type { TableLinks } from "@/components/data-table/table-links";
import type { Option } from "@/components/ui/option";
import type { FieldIssue } from "@/lib/errors";
import type { Invitation, SentInvitation } from "@/lib/invitations/schema";
import type { Page } from "@/lib/list-query";
import { LinkDialog } from "../link-dialog";
import { invitationBulk } from "./bulk";
import { invitationColumns } from "./columns";
import { stateOptions } from "./states";

export interface InvitationsTableProps {
  /** Slug of the tenant where the person may change rows; null: they only look. */
  changesIn: string | null;
  /** `ListTools` of this list. */
  tools: ReactNode;
  tenantSlug: string;
  page: Page<Invitation>;
  links: TableLinks;
  issues: readonly FieldIssue[];
  roles: readonly Option[];
  timeZone: string;
  mayWrite: boolean;
  inviteAction: ReactNode;
}

export function InvitationsTable(props: InvitationsTableProps) {
  const { tenantSlug, page, links, issues, roles, timeZone, mayWrite, inviteAction } = props;
  const t = useTranslations("client.team");
  // Held here, and not in the row: sending again changes the row's place.
  const [sent, setSent] = useState<SentInvitation | null>(null);
  const columns = useMemo(
    () => invitationColumns(t, { tenantSlug, timeZone, mayWrite, onSent: setSent }),
    [t, tenantSlug, timeZone, mayWrite],
  );
  const fields = useMemo<FilterField[]>(
    () => [
      { kind: "enum", name: "state", label: t("invitations.state"), options: stateOptions(t) },
      { kind: "text", name: "email", label: t("email"), placeholder: t("invitations.emailHint") },
      { kind: "option", name: "role", label: t("role"), options: roles },
    ],
    [t, roles],
  );
  return (
    <>
      <DataTable
        list="invitations"
        caption={t("invitations.list")}
        columns={columns}
        page={page}
        links={links}
        getRowId={({ id }) => id}
        toolbar={<FilterBar fields={fields} issues={issues} filters={links.filters} />}
        bulk={props.changesIn === null ? undefined : invitationBulk(t, props.changesIn, links.first)}
        tools={props.tools}
        empty={{
          icon: MailPlus,
          title: t("invitations.none"),
          description: t("invitations.noneHelp"),
          action: inviteAction,
        }}
      />
      <LinkDialog sent={sent} onDone={() => setSent(null)} />
    </>
  );
}
