/** Statuses that a file may bring. A refund's status without the refund itself would be a claim without proof. */
export const IMPORTED_STATUSES = ["INITIALIZED", "PROCESSING", "PROCESSED", "FAILED", "CANCELED"] as const;
