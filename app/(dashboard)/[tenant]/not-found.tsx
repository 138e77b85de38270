import { Compass } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function TenantNotFound() {
  return (
    <>
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        icon={Compass}
        title="Nothing is here"
        description="The address is wrong, the record is gone, or it is not yours to see."
        action={<ButtonLink href="/">Go to the start page</ButtonLink>}
      />
    </>
  );
}
