import { Badge } from "@/components/ui/badge";

/** The names of some roles. */
export function RoleBadges({ roles }: { roles: readonly { id: string; name: string }[] }) {
  if (roles.length === 0) return <span className="text-muted-foreground">No role</span>;
  return (
    <span className="flex flex-wrap gap-1">
      {roles.map(({ id, name }) => (
        <Badge key={id}>{name}</Badge>
      ))}
    </span>
  );
}
