import { z } from "zod";
import { NETWORK_KINDS } from "./network-kind";

/** Fields of a sign-in that say from where it came, for the person as for the platform's admins. */
export const signInOrigin = {
  device: z
    .object({
      browser: z.string().nullable(),
      system: z.string().nullable(),
      kind: z.enum(["computer", "phone", "tablet", "program"]).nullable(),
    })
    .meta({
      examples: [{ browser: "Firefox", system: "Windows", kind: "computer" }],
      description: "As far as the browser tells",
    }),
  user_agent: z
    .string()
    .nullable()
    .meta({ examples: ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0"] }),
  ip_address: z
    .string()
    .nullable()
    .meta({ examples: ["203.0.113.7"], description: "From where the person signed in" }),
  network: z
    .enum(NETWORK_KINDS)
    .nullable()
    .meta({
      examples: ["internet"],
      description: "Where that address lies: on the server's own machine, in a private network, or on the internet",
    }),
  country: z
    .string()
    .nullable()
    .meta({
      examples: ["PT"],
      description: "Where that address is registered, ISO 3166-1 alpha-2; null where no register says",
    }),
};

/** What is stored of a sign-in's origin; the rest of `signInOrigin` is worked out from it. */
export interface StoredOrigin {
  user_agent: string | null;
  ip_address: string | null;
}
