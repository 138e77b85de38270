import { useLocale, useTranslations } from "next-intl";
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
  const t = useTranslations("server.adminSystem");
  const locale = useLocale();
  return (
    <Card flush title={t("tables.title")} description={t("tables.help")}>
      <Table>
        <TableHead>
          <TableRow>
            <TableHeader>{t("tables.table")}</TableHeader>
            <TableHeader align="end">{t("tables.size")}</TableHeader>
            <TableHeader align="end">{t("tables.rows")}</TableHeader>
            <TableHeader align="end">{t("tables.dead")}</TableHeader>
            <TableHeader>{t("tables.vacuumed")}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {tables.map(({ name, size_bytes, live_rows, dead_rows, last_vacuum_at }) => (
            <TableRow key={name}>
              <TableCell>{name}</TableCell>
              <TableCell align="end" className="whitespace-nowrap">
                {bytesLabel(locale, size_bytes)}
              </TableCell>
              <TableCell align="end">{countLabel(locale, live_rows)}</TableCell>
              <TableCell align="end">{countLabel(locale, dead_rows)}</TableCell>
              <TableCell className="text-muted-foreground">
                {last_vacuum_at ? <Timestamp value={last_vacuum_at} timeZone={timeZone} /> : t("notYet")}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}
