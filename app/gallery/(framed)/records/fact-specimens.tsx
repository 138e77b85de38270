import { Absent } from "@/components/ui/absent";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Money } from "@/components/ui/money";
import { PageHeader } from "@/components/ui/page-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { Timestamp } from "@/components/ui/timestamp";
import { TreeView } from "@/components/ui/tree-view";
import { ACCOUNT_TREE, ID, LONG_NAME, MOMENT, TIME_ZONE } from "../../sample";
import { Specimen } from "../../specimen";

const VOLUMES = [
  { name: "City Hotel", amountMinor: 928_812, currency: "EUR" },
  { name: LONG_NAME, amountMinor: -51_203, currency: "KWD" },
  { name: "Resort Hotel", amountMinor: null, currency: "EUR" },
];

export function FactSpecimens() {
  return (
    <>
      <Specimen of="PageHeader" state="of a record with a long name" wide>
        <PageHeader
          breadcrumb={[
            { label: "Payment intents", href: "/gallery/list" },
            { label: "Iberia", href: "/gallery/records" },
            { label: LONG_NAME },
          ]}
          title={LONG_NAME}
          badge={<StatusBadge status="PARTIALLY_REFUNDED" />}
          description={<CopyableId id={ID} />}
          actions={
            <>
              <Button>Download</Button>
              <Button variant="primary">Refund</Button>
            </>
          }
        />
      </Specimen>
      <Specimen of="Card" flush>
        <Card title="Record" description="Payment intent of a booking" actions={<Button size="sm">Edit</Button>}>
          What it holds.
        </Card>
      </Specimen>
      <Specimen of="Card" state="without title">
        <Card>Only a frame.</Card>
      </Specimen>
      <Specimen of="DescriptionList" state="one column">
        <Facts columns={1} />
      </Specimen>
      <Specimen of="DescriptionList" state="two columns" wide>
        <Facts columns={2} />
      </Specimen>
      <Specimen of="Table">
        <Table>
          <TableHead>
            <TableRow>
              <TableHeader>Account</TableHeader>
              <TableHeader align="end">Volume</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {VOLUMES.map(({ name, amountMinor, currency }) => (
              <TableRow key={name}>
                <TableCell>{name}</TableCell>
                <TableCell align="end">
                  <Money amountMinor={amountMinor} currency={currency} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Specimen>
      <Specimen of="TreeView" state="open to the current one">
        <TreeView label="Accounts" nodes={ACCOUNT_TREE} currentId="city" />
      </Specimen>
      <Specimen of="TreeView" state="folded">
        <TreeView label="Folded accounts" nodes={ACCOUNT_TREE} openLevels={0} />
      </Specimen>
    </>
  );
}

function Facts({ columns }: { columns: 1 | 2 }) {
  return (
    <DescriptionList columns={columns}>
      <DescriptionItem term="Status">
        <StatusBadge status="PROCESSED" />
      </DescriptionItem>
      <DescriptionItem term="Billing amount">
        <Money amountMinor={45_900} currency="EUR" />
      </DescriptionItem>
      <DescriptionItem term="Id">
        <CopyableId id={ID} />
      </DescriptionItem>
      <DescriptionItem term="Reference" />
      <DescriptionItem term="Deleted">
        <Absent />
      </DescriptionItem>
      <DescriptionItem term="Created">
        <Timestamp value={MOMENT} timeZone={TIME_ZONE} style="second" zoneShown />
      </DescriptionItem>
      <DescriptionItem term="Customer">a.very.long.customer.address@subdomain.of.a.hotel.example</DescriptionItem>
    </DescriptionList>
  );
}
