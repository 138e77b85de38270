import { describe, expect, it } from "vitest";
import { z } from "zod";
import { AppError, ERROR_TABLE, type ErrorCode, fieldError } from "@/lib/errors";
import { toProblem, zodIssues } from "./problem";

const REQUEST_ID = "req-1";

describe("toProblem", () => {
  it.each(Object.keys(ERROR_TABLE) as ErrorCode[])("answers %s as the table says", (code) => {
    const { status, body } = toProblem(new AppError(code), REQUEST_ID);
    expect(status).toBe(ERROR_TABLE[code][0]);
    expect(body.code).toBe(code);
    expect(body.request_id).toBe(REQUEST_ID);
    expect(Object.keys(body).sort()).toEqual(["code", "detail", "request_id"]);
    if (code === "validation_error") expect(body.detail).toEqual([expect.objectContaining({ loc: ["body"] })]);
    else expect(body.detail).toBe(ERROR_TABLE[code][1]);
  });

  it("lists the fields of a validation error", () => {
    const issues = [
      { loc: ["body", "customer_email"], msg: "Must be an e-mail address", type: "invalid_format" },
      { loc: ["body", "metadata", "rooms", 0], msg: "Must be JSON", type: "custom" },
    ];
    expect(toProblem(new AppError("validation_error", undefined, { issues }), REQUEST_ID)).toEqual({
      status: 422,
      headers: {},
      body: { detail: issues, code: "validation_error", request_id: REQUEST_ID },
    });
  });

  it("keeps a sentence for failures of one field that are not validation", () => {
    const { status, body } = toProblem(
      fieldError("name", "The account Ritz already exists", "already_exists"),
      REQUEST_ID,
    );
    expect(status).toBe(400);
    expect(body.detail).toBe("The account Ritz already exists");
  });

  it("says when to come back, and how to authenticate", () => {
    const limited = new AppError("rate_limited", undefined, { retryAfterSeconds: 1.2 });
    expect(toProblem(limited, REQUEST_ID).headers).toEqual({ "retry-after": "2" });
    expect(toProblem(new AppError("token_expired"), REQUEST_ID).headers).toEqual({ "www-authenticate": "Bearer" });
  });

  it.each([
    new Error("relation app.secrets does not exist"),
    new AppError("internal", "password=hunter2"),
    z.object({ secret: z.string() }).safeParse({ secret: 5 }).error,
    Object.assign(new Error("x"), { status: 418, code: "forbidden", message: "leak" }),
    "a thrown text",
    null,
    undefined,
  ])("tells nothing of what is not expected (case %#)", (error) => {
    expect(toProblem(error, REQUEST_ID)).toEqual({
      status: 500,
      headers: {},
      body: { detail: "Internal server error", code: "internal", request_id: REQUEST_ID },
    });
  });
});

describe("zodIssues", () => {
  it("names each field where the sender wrote it", () => {
    const schema = z.strictObject({ name: z.string(), rows: z.array(z.strictObject({ n: z.number() })) });
    const { error } = schema.safeParse({ rows: [{ n: 1 }, { n: "x", a: 1, b: 2 }] });
    expect(error && zodIssues(error, ["body"])).toEqual([
      { loc: ["body", "name"], msg: expect.any(String), type: "invalid_type" },
      { loc: ["body", "rows", 1, "n"], msg: expect.any(String), type: "invalid_type" },
      { loc: ["body", "rows", 1, "a"], msg: "Unknown field", type: "unrecognized_keys" },
      { loc: ["body", "rows", 1, "b"], msg: "Unknown field", type: "unrecognized_keys" },
    ]);
  });
});
