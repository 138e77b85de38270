import { Compass } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function AdminNotFound() {
  return (
    <>
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        icon={Compass}
        title="Nothing is here"
        description="The address is wrong or the record is gone."
        action={<ButtonLink href="/admin">Go to the overview</ButtonLink>}
      />
    </>
  );
}
