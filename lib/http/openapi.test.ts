import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defineList } from "@/lib/list-query";
import * as v from "@/lib/validation";
import { listReply } from "./list-reply";
import { buildOpenApi } from "./openapi";
import { fieldsWithoutExample } from "./openapi-examples";
import type { Operation } from "./operation";

const list = defineList({
  name: "payment_intents",
  sorts: { created: { column: null, type: "timestamp", nullable: false } },
  defaultSort: { name: "created", direction: "desc" },
  filters: {
    status: { kind: "enum", column: "status", values: ["NEW", "PAID"], description: "State of the payment." },
    id: { kind: "uuid", column: "id" },
    account: { kind: "account", column: "account_id" },
    customer_email: { kind: "text", column: "customer_email_key", match: "prefix" },
    amount: { kind: "amountRange", column: "amount" },
    created: { kind: "dateRange", column: "created_at" },
    deleted: { kind: "boolean", column: "deleted_at" },
    metadata: { kind: "metadata", column: "metadata" },
  },
  sizes: [25, 50],
  defaultSize: 25,
});

const reply = z
  .object({ id: v.uuid, customer_email: v.email.nullable(), status: z.enum(["NEW", "PAID"]), is_live: z.boolean() })
  .meta({ id: "PaymentIntent" });

const listOperation: Operation = {
  method: "get",
  path: "/api/v1/payment_intents",
  operationId: "listPaymentIntents",
  summary: "List payment intents",
  tag: "Payment intents",
  permission: "payment_intents:read",
  query: list,
  reply: listReply(reply),
};
const createOperation: Operation = {
  method: "post",
  path: "/api/v1/payment_intent",
  operationId: "createPaymentIntent",
  summary: "Create a payment intent",
  tag: "Payment intents",
  permission: "payment_intents:write",
  isIdempotent: true,
  body: z.strictObject({
    billing_amount: v.amountMinor,
    customer_email: v.blankToNull(v.email).optional(),
    reference: v
      .blankToNull(v.text(200))
      .meta({ examples: ["BOOKING-1042"] })
      .default(null),
    metadata: v.metadata.optional(),
  }),
  reply,
  status: 201,
  errors: ["not_found", "conflict"],
};
const publicOperation: Operation = {
  method: "get",
  path: "/api/v1/public/currency",
  operationId: "getCurrency",
  summary: "One currency",
  tag: "Public",
  permission: null,
  isPublic: true,
  query: z.strictObject({ code: v.currencyCode }),
  reply: z.object({ code: v.currencyCode }),
};
const info = { version: "1.2.3", serverUrl: "http://localhost:3000" };
const document = buildOpenApi([listOperation, createOperation, publicOperation], info);

describe("the OpenAPI document", () => {
  it("is plain JSON whose references all lead somewhere", () => {
    const text = JSON.stringify(document);
    expect(JSON.parse(text)).toEqual(document);
    const references = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map((match) => String(match[1]));
    expect(references.length).toBeGreaterThan(10);
    for (const reference of references) {
      const target = reference.split("/").reduce<unknown>((node, key) => Object(node)[key], document);
      expect(target, reference).toBeDefined();
    }
  });

  it("gives every field and parameter an example", () => {
    expect(fieldsWithoutExample(document)).toEqual([]);
  });

  it("describes each parameter of a list", () => {
    const parameters = document.paths?.["/api/v1/payment_intents"]?.get?.parameters ?? [];
    expect(parameters.map((parameter) => "name" in parameter && parameter.name)).toEqual([
      ...[
        "status",
        "status_not",
        "id",
        "id_not",
        "account",
        "account_not",
        "customer_email",
        "customer_email_not",
        "amount_min",
        "amount_max",
        "created",
        "created_from",
        "created_to",
        "deleted",
      ],
      ...["metadata", "metadata_not", "q", "sort", "size", "page", "cursor", false],
    ]);
    expect(parameters[0]).toMatchObject({
      description: "State of the payment. One value, or several separated by commas.",
      schema: { type: "array", items: { type: "string", enum: ["NEW", "PAID"] } },
    });
  });

  it("describes bodies and failures, and says who may do what", () => {
    const post = document.paths?.["/api/v1/payment_intent"]?.post;
    expect(post).toMatchObject({
      "x-permission": "payment_intents:write",
      requestBody: {
        content: { "application/json": { schema: { $ref: "#/components/schemas/CreatePaymentIntentInput" } } },
      },
    });
    expect(document.components?.schemas?.CreatePaymentIntentInput).toMatchObject({
      properties: {
        billing_amount: { type: "integer", format: "int64" },
        customer_email: {},
        reference: { examples: ["BOOKING-1042"] },
        metadata: { type: "object" },
      },
      required: ["billing_amount"],
      additionalProperties: false,
    });
    expect(post?.parameters).toEqual([
      { $ref: "#/components/parameters/X-Tenant" },
      { $ref: "#/components/parameters/Idempotency-Key" },
    ]);
    expect(Object.keys(post?.responses ?? {})).toEqual([
      "201",
      "400",
      "401",
      "403",
      "404",
      "408",
      "409",
      "413",
      "415",
      "422",
      "429",
      "500",
      "503",
    ]);
    const currency = document.paths?.["/api/v1/public/currency"]?.get;
    expect(currency).toMatchObject({ security: [], parameters: [{ in: "query", name: "code", required: true }] });
    expect(Object.keys(currency?.responses ?? {})).toEqual(["200", "422", "429", "500", "503"]);
  });

  it("refuses two operations in one place or of one name", () => {
    expect(() => buildOpenApi([listOperation, { ...listOperation, operationId: "other" }], info)).toThrow(
      "Two operations",
    );
    expect(() => buildOpenApi([listOperation, { ...listOperation, path: "/api/v1/other" }], info)).toThrow(
      "operationId",
    );
  });
});

describe("fieldsWithoutExample", () => {
  it("finds what lacks one, however deep", () => {
    const bare = z.object({
      a: z.string(),
      b: z.array(z.object({ c: z.int() })),
      d: z.unknown(),
      e: z.string().nullable(),
      f: z.object({ g: z.string() }).meta({ examples: [{ g: "shown" }] }),
    });
    const found = fieldsWithoutExample(
      buildOpenApi([{ ...publicOperation, query: z.object({ q: z.string() }), reply: bare }], info),
    );
    expect(found.map((path) => path.split("/").at(-1)).sort()).toEqual(["a", "c", "d", "e", "q"]);
  });
});
