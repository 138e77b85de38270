import { z } from "zod";
import { leakedKeyInput, leakedKeyReply } from "../../api-keys/schema";
import { countryCode, currencyCode } from "../../validation";
import type { Operation } from "../operation";

const shared = { method: "get", tag: "Public", permission: null, isPublic: true } as const;

const currency = z.object({
  code: currencyCode,
  numeric: z.string().meta({ examples: ["978"], description: "Numeric code of ISO 4217, three digits" }),
  name: z.string().meta({ examples: ["Euro"] }),
  symbol: z.string().meta({ examples: ["€"] }),
  exponent: z.int().meta({ examples: [2], description: "Decimals: one unit is 10^exponent minor units" }),
});

const country = z.object({
  code: countryCode,
  alpha3: z.string().meta({ examples: ["DEU"] }),
  name: z.string().meta({ examples: ["Germany"] }),
});

export const publicOperations = {
  status: {
    ...shared,
    path: "/api/v1/public/status",
    operationId: "getStatus",
    summary: "Whether the API answers, and its version",
    reply: z.object({ status: z.literal("ok"), version: z.string().meta({ examples: ["1.2.3"] }) }),
  },
  currencies: {
    ...shared,
    path: "/api/v1/public/currencies",
    operationId: "listCurrencies",
    summary: "All currencies of ISO 4217 in which amounts can be given",
    reply: z.object({ items: z.array(currency) }),
  },
  countries: {
    ...shared,
    path: "/api/v1/public/countries",
    operationId: "listCountries",
    summary: "All countries of ISO 3166",
    reply: z.object({ items: z.array(country) }),
  },
  leakedKey: {
    ...shared,
    method: "post",
    path: "/api/v1/public/leaked_key",
    operationId: "reportLeakedKey",
    summary: "Report an access key that was found where it should not be",
    description:
      "A living key is revoked at once and its owners are told. The answer is the same for any text: it does not say " +
      "whether the key was one.",
    body: leakedKeyInput,
    reply: leakedKeyReply,
    status: 202,
  },
  openapi: {
    ...shared,
    path: "/api/v1/openapi.json",
    operationId: "getOpenApiDocument",
    summary: "This document",
    reply: z.record(z.string(), z.unknown()).meta({ examples: [{ openapi: "3.1.0" }] }),
  },
} as const satisfies Record<string, Operation>;
