import { Card } from "@/components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { Timestamp } from "@/components/ui/timestamp";
import type { System } from "@/lib/system/schema";
import { bytesLabel, countLabel } from "../figures";

interface TablesCardProps {
  tables: System["database"]["largest_tables"];
  timeZone: string;
}

/** What takes up the room. */
export function TablesCard({ tables, timeZone }: TablesCardProps) {
  return (
    <Card flush title="Largest tables" description="With their indexes; rows as PostgreSQL estimates them.">
      <Table>
        <TableHead>
          <TableRow>
            <TableHeader>Table</TableHeader>
            <TableHeader align="end">Size</TableHeader>
            <TableHeader align="end">Rows</TableHeader>
            <TableHeader align="end">Dead</TableHeader>
            <TableHeader>Vacuumed</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {tables.map(({ name, size_bytes, live_rows, dead_rows, last_vacuum_at }) => (
            <TableRow key={name}>
              <TableCell>{name}</TableCell>
              <TableCell align="end" className="whitespace-nowrap">
                {bytesLabel(size_bytes)}
              </TableCell>
              <TableCell align="end">{countLabel(live_rows)}</TableCell>
              <TableCell align="end">{countLabel(dead_rows)}</TableCell>
              <TableCell className="text-muted-foreground">
                {last_vacuum_at ? <Timestamp value={last_vacuum_at} timeZone={timeZone} /> : "not yet"}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}
