import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { System } from "@/lib/system/schema";
import { countLabel } from "../figures";

/** The connections of the process that answers. */
export function PoolsCard({ pools, process }: { pools: System["pools"]; process: System["process"] }) {
  const t = useTranslations("server.adminSystem");
  const locale = useLocale();
  const shared = pools.find(({ per_tenant }) => per_tenant !== null);
  return (
    <Card flush title={t("pools.title")} description={t("pools.help", { pid: process.pid })}>
      <Table>
        <TableHead>
          <TableRow>
            <TableHeader>{t("pools.pool")}</TableHeader>
            <TableHeader align="end">{t("pools.inUse")}</TableHeader>
            <TableHeader align="end">{t("pools.open")}</TableHeader>
            <TableHeader align="end">{t("pools.most")}</TableHeader>
            <TableHeader align="end">{t("waiting")}</TableHeader>
            <TableHeader align="end">{t("pools.roundTrips")}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {pools.map((pool) => (
            <TableRow key={pool.name}>
              <TableCell>{t(`poolNames.${pool.name}`)}</TableCell>
              <TableCell align="end">{pool.in_use}</TableCell>
              <TableCell align="end">{pool.open}</TableCell>
              <TableCell align="end">{pool.max}</TableCell>
              <TableCell align="end">{pool.waiting + pool.waiting_for_share}</TableCell>
              <TableCell align="end">
                {pool.round_trips === null ? "–" : countLabel(locale, pool.round_trips)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {shared && (
        <p className="border-t px-4 py-2.5 text-muted-foreground text-xs">
          {t("pools.shared", {
            share: shared.per_tenant ?? 0,
            most: shared.max,
            tenants: shared.tenants ?? 0,
            waiting: shared.waiting_for_share,
          })}
        </p>
      )}
    </Card>
  );
}
