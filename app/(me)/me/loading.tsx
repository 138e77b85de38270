import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <>
      <Skeleton className="h-40" />
      <Skeleton className="h-40" />
    </>
  );
}
