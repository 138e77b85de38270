"use client";

import { MailPlus } from "lucide-react";
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
import { STATE_OPTIONS } from "./states";

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
  // Held here, and not in the row: sending again changes the row's place.
  const [sent, setSent] = useState<SentInvitation | null>(null);
  const columns = useMemo(
    () => invitationColumns({ tenantSlug, timeZone, mayWrite, onSent: setSent }),
    [tenantSlug, timeZone, mayWrite],
  );
  const fields = useMemo<FilterField[]>(
    () => [
      { kind: "enum", name: "state", label: "State", options: STATE_OPTIONS },
      { kind: "text", name: "email", label: "E-mail", placeholder: "Part of the address" },
      { kind: "option", name: "role", label: "Role", options: roles },
    ],
    [roles],
  );
  return (
    <>
      <DataTable
        list="invitations"
        caption="Invitations"
        columns={columns}
        page={page}
        links={links}
        getRowId={({ id }) => id}
        toolbar={<FilterBar fields={fields} issues={issues} filters={links.filters} />}
        bulk={props.changesIn === null ? undefined : invitationBulk(props.changesIn, links.first)}
        tools={props.tools}
        empty={{
          icon: MailPlus,
          title: "Nobody is invited",
          description: "An invitation goes by mail, and serves for seven days.",
          action: inviteAction,
        }}
      />
      <LinkDialog sent={sent} onDone={() => setSent(null)} />
    </>
  );
}
