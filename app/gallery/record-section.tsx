import { CircleCheck, Pencil, Plus } from "lucide-react";
import { Card } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { DiffView } from "@/components/ui/diff-view";
import { Money } from "@/components/ui/money";
import { StatusBadge } from "@/components/ui/status-badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { Timeline, TimelineItem } from "@/components/ui/timeline";
import { Timestamp } from "@/components/ui/timestamp";
import { TreeView } from "@/components/ui/tree-view";
import { ACCOUNT_TREE, DIFF, TIME_ZONE } from "./sample";

export function RecordSection() {
  const when = <Timestamp value="2026-11-20T13:05:09Z" timeZone={TIME_ZONE} style="second" />;
  return (
    <>
      <Card title="Record" description="Payment intent of a booking">
        <DescriptionList columns={2}>
          <DescriptionItem term="Status">
            <StatusBadge status="PROCESSED" />
          </DescriptionItem>
          <DescriptionItem term="Billing amount">
            <Money amountMinor={45900} currency="EUR" />
          </DescriptionItem>
          <DescriptionItem term="Id">
            <CopyableId id="019a3f5e-8a1c-7d2e-9b4f-3c5d7e9f1a2b" />
          </DescriptionItem>
          <DescriptionItem term="Reference" />
          <DescriptionItem term="Created">{when}</DescriptionItem>
          <DescriptionItem term="Customer">a.very.long.customer.address@subdomain.of.a.hotel.example</DescriptionItem>
        </DescriptionList>
      </Card>
      <Card title="Timeline">
        <Timeline label="History">
          <TimelineItem icon={Plus} title="Created" meta={<>Booking engine · {when}</>} />
          <TimelineItem icon={Pencil} title="Changed" meta={<>Ann Lee · {when}</>}>
            <DiffView before={DIFF.before} after={DIFF.after} labels={{ billing_amount: "Billing amount" }} />
          </TimelineItem>
          <TimelineItem icon={CircleCheck} tone="success" title="Processed" meta={<>Provider · {when}</>} />
        </Timeline>
      </Card>
      <Card title="Tree and small table">
        <div className="grid gap-6 sm:grid-cols-2">
          <TreeView label="Accounts" nodes={ACCOUNT_TREE} currentId="lisbon" />
          <Table>
            <TableHead>
              <TableRow>
                <TableHeader>Account</TableHeader>
                <TableHeader align="end">Volume</TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              <TableRow>
                <TableCell>City Hotel</TableCell>
                <TableCell align="end">
                  <Money amountMinor={928812} currency="EUR" />
                </TableCell>
              </TableRow>
              <TableRow>
                <TableCell>Resort Hotel</TableCell>
                <TableCell align="end">
                  <Money amountMinor={51203} currency="EUR" />
                </TableCell>
              </TableRow>
            </TableBody>
          </Table>
        </div>
      </Card>
    </>
  );
}
