import { Alert } from "@/components/ui/alert";
import { identity } from "../tenant-db";

/** Stands where the admin section has nobody yet: how its first admin is made. Nothing where it has somebody. */
export async function NoPlatformAdmin({ className }: { className?: string }) {
  if (await identity.hasPlatformAdmins()) return null;
  return (
    <Alert title="Nobody is a platform admin yet" className={className}>
      On the server, run <code className="break-all">npm run admin:create -- --email you@example.com</code>. It asks for
      a password, or makes one up and prints it once; then sign in here.
    </Alert>
  );
}
