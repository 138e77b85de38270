import { Alert } from "@/components/ui/alert";

/** Stands where the admin section has nobody yet: how its first admin is made. */
export function NoPlatformAdmin() {
  return (
    <Alert title="Nobody is a platform admin yet">
      On the server, run <code className="break-all">npm run admin:create -- --email you@example.com</code>. It asks for
      a password, or makes one up and prints it once; then sign in here.
    </Alert>
  );
}
