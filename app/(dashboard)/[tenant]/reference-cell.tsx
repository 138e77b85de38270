import { shortId } from "@/components/ui/copyable-id";

/** A payment's reference in a list, or the end of its id: on one line, since it would break at its hyphens. */
export function referenceCell(payment: { id: string; reference: string | null }) {
  return (
    <span className="inline-block max-w-40 truncate align-bottom sm:max-w-72">
      {payment.reference ?? shortId(payment.id)}
    </span>
  );
}
