import { Card } from "@/components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { System } from "@/lib/system/schema";
import { countLabel } from "../figures";

const NAMES = { tenant: "Tenants", platform: "Platform", bookkeeping: "Bookkeeping" } as const;

/** The connections of the process that answers. */
export function PoolsCard({ pools, process }: { pools: System["pools"]; process: System["process"] }) {
  const shared = pools.find(({ per_tenant }) => per_tenant !== null);
  return (
    <Card flush title="Pools" description={`Of the process that answers (${process.pid}); others have their own.`}>
      <Table>
        <TableHead>
          <TableRow>
            <TableHeader>Pool</TableHeader>
            <TableHeader align="end">In use</TableHeader>
            <TableHeader align="end">Open</TableHeader>
            <TableHeader align="end">At most</TableHeader>
            <TableHeader align="end">Waiting</TableHeader>
            <TableHeader align="end">Round trips</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {pools.map((pool) => (
            <TableRow key={pool.name}>
              <TableCell>{NAMES[pool.name]}</TableCell>
              <TableCell align="end">{pool.in_use}</TableCell>
              <TableCell align="end">{pool.open}</TableCell>
              <TableCell align="end">{pool.max}</TableCell>
              <TableCell align="end">{pool.waiting + pool.waiting_for_share}</TableCell>
              <TableCell align="end">{pool.round_trips === null ? "–" : countLabel(pool.round_trips)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {shared && (
        <p className="border-t px-4 py-2.5 text-muted-foreground text-xs">
          One tenant gets {shared.per_tenant} of {shared.max} at most. {shared.tenants} at work now,{" "}
          {shared.waiting_for_share} statements wait for a place in their share.
        </p>
      )}
    </Card>
  );
}
