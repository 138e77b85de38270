import { z } from "zod";
import { bulkInput } from "../bulk";
import { METADATA_LIMITS } from "../metadata";
import { metadata, text } from "../validation";

const key = text(METADATA_LIMITS.keyLength);

export const changeMetadataInput = bulkInput
  .extend({
    set: metadata
      .default({})
      .meta({ examples: [{ channel: "web" }], description: "Keys that get a value; others stay as they are" }),
    remove: z
      .array(key)
      .max(METADATA_LIMITS.keysPerLevel)
      .default([])
      .meta({ examples: [["draft"]], description: "Keys that go; one that is also set is set" }),
  })
  .refine(({ set, remove }) => Object.keys(set).length > 0 || remove.length > 0, {
    message: "Name a key to set or to remove",
    path: ["set"],
  });
export type ChangeMetadataInput = z.output<typeof changeMetadataInput>;
