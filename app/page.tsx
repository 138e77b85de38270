import { redirect } from "next/navigation";
import { EmptyState } from "@/components/ui/empty-state";
import { homePath } from "@/lib/auth/next-path";
import { personPage } from "@/lib/http/page";

/** Leads a person to where they work. */
export default personPage(({ person }) => {
  const home = homePath(person);
  if (home) redirect(home);
  return (
    <main>
      <h1 className="sr-only">No tenant</h1>
      <EmptyState title="You belong to no tenant" description="Ask the people you work with for an invitation." />
    </main>
  );
});
