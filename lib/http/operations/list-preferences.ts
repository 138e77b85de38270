import { z } from "zod";
import { listPreference, saveListPreferenceInput } from "../../list-preferences/schema";
import type { Operation } from "../operation";

const shared = { tag: "My account", permission: null, isPersonal: true } as const;

export const listPreferenceOperations = {
  list: {
    ...shared,
    method: "get",
    path: "/api/v1/list_preferences",
    operationId: "listListPreferences",
    summary: "How one has set up the tables of the lists",
    description: "Only lists that were set up differently from how they come.",
    reply: z.object({ items: z.array(listPreference) }),
  },
  save: {
    ...shared,
    method: "put",
    path: "/api/v1/list_preference",
    operationId: "saveListPreference",
    summary: "Set up the table of a list: columns, their order and widths, density",
    description: "It replaces what was kept for this list; what is left out is as the list comes.",
    body: saveListPreferenceInput,
    reply: listPreference,
  },
} as const satisfies Record<string, Operation>;
