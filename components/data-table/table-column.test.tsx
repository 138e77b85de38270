import { type ColumnDef, useTable } from "@tanstack/react-table";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { columnHelper, dataTableFeatures } from "./features";
import { tableColumn } from "./table-column";

interface Payment {
  id: string;
  amount: number | null;
  account: { name: string } | null;
}

const PAYMENTS: Payment[] = [
  { id: "1", amount: 0, account: { name: "Hotel 1" } },
  { id: "2", amount: null, account: null },
];
const helper = columnHelper<Payment>();
const COLUMNS = helper.columns([
  helper.accessor("id", { header: "Id" }),
  helper.accessor("account.name", { header: "Account", meta: { label: "Whose" } }),
  helper.accessor("amount", { id: "sum", header: () => "Sum", cell: ({ getValue }) => `${getValue()} cents` }),
  helper.accessor(({ account }) => account?.name.length, { id: "length", header: "Length" }),
  helper.display({ id: "link", header: "Link", cell: ({ row: { original } }) => `#${original.id}` }),
  helper.display({ id: "nothing", header: "Nothing" }),
]);

test("a column has the id, and its cells show the values, that a table of TanStack's gives them", () => {
  const read = COLUMNS.map((definition) => tableColumn(definition));
  const own = PAYMENTS.map((row) => read.map(({ id, contentOf }) => [id, contentOf(row)]));
  expect(own).toEqual(byTanStack());
  expect(own[1]?.[1]).toEqual(["account_name", null]);
});

test("a column is called by its label, then by its head, then by its id", () => {
  expect(COLUMNS.map((definition) => tableColumn(definition).label)).toEqual([
    "Id",
    "Whose",
    "sum",
    "Length",
    "Link",
    "Nothing",
  ]);
});

/** What each row's cells show, by a table. */
function byTanStack(): unknown {
  let cells: unknown;
  const keep = (found: unknown) => {
    cells = found;
  };
  renderToStaticMarkup(<Probe keep={keep} />);
  return cells;
}

function Probe({ keep }: { keep: (cells: unknown) => void }) {
  // A cast: the table's own type of the definitions.
  const columns = COLUMNS as ColumnDef<typeof dataTableFeatures, Payment>[];
  const table = useTable({ features: dataTableFeatures, columns, data: PAYMENTS });
  keep(
    table.getRowModel().rows.map((row) =>
      row.getAllCells().map((cell) => {
        const { cell: content } = cell.column.columnDef;
        return [cell.column.id, typeof content === "function" ? content(cell.getContext()) : content];
      }),
    ),
  );
  return null;
}
