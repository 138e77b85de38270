import { createKey } from "../fixtures";
import { list, type Samples } from "./sample";

/** What asks for no token. */
export const publicSamples: Samples = {
  reportLeakedKey: async (tenant) => ({
    address: "/api/v1/public/leaked_key",
    body: { key: (await createKey(tenant)).secret },
  }),
  getStatus: list("/api/v1/public/status"),
  listCurrencies: list("/api/v1/public/currencies"),
  listCountries: list("/api/v1/public/countries"),
  getOpenApiDocument: list("/api/v1/openapi.json"),
};
