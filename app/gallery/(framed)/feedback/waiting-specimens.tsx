import { DataTableSkeleton } from "@/components/data-table/data-table-skeleton";
import { ListSkeleton } from "@/components/shell/list-skeleton";
import { FormSkeleton, RecordSkeleton } from "@/components/shell/record-skeleton";
import { Progress } from "@/components/ui/progress";
import { Skeleton } from "@/components/ui/skeleton";
import { Specimen } from "../../specimen";

const COLUMNS = ["Reference", "Amount", "Status", "Created"];

export function WaitingSpecimens() {
  return (
    <>
      <Specimen of="Progress" state="under way">
        <div className="flex flex-col gap-4">
          <Progress label="Importing bookings" value={64} />
          <Progress label="Imported bookings" value={12} max={12} />
        </div>
      </Specimen>
      <Specimen of="Progress" state="nobody knows">
        <Progress label="Counting bookings" value={null} />
      </Specimen>
      <Specimen of="Skeleton">
        <div className="flex flex-col gap-2">
          <Skeleton className="w-2/3" />
          <Skeleton className="h-8" />
        </div>
      </Specimen>
      <Specimen of="DataTableSkeleton" wide>
        <DataTableSkeleton columns={COLUMNS} rows={4} />
      </Specimen>
      <Specimen of="ListSkeleton" wide>
        <ListSkeleton title="Payment intents" tabs={["All", "Failed"]} columns={COLUMNS} />
      </Specimen>
      <Specimen of="RecordSkeleton" wide>
        <RecordSkeleton />
      </Specimen>
      <Specimen of="FormSkeleton" wide>
        <FormSkeleton />
      </Specimen>
    </>
  );
}
