import type { ActionResult } from "@/lib/http/action-result";

/** Stands in for a server action that refuses. */
export async function refuse(): Promise<ActionResult<null>> {
  return {
    ok: false,
    error: { code: "conflict", message: "The key has been revoked already.", requestId: "req_01JD8Z6Q3M" },
  };
}

/** Stands in for a server action that knows better than the schema. */
export async function refuseReference(): Promise<ActionResult<null>> {
  return {
    ok: false,
    error: {
      code: "validation_error",
      message: "Some fields are not valid",
      requestId: "req_01JD8Z6Q3M",
      issues: [{ loc: ["body", "reference"], msg: "This reference exists already", type: "already_exists" }],
    },
  };
}

/** Stands in for a server action whose answer does not come. */
export function stayAway(): Promise<ActionResult<null>> {
  return new Promise(() => {});
}
