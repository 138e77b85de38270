import type { Messages } from "../catalogue";
import { admin } from "./client/admin";
import { common } from "./client/common";
import { dashboard } from "./client/dashboard";
import names from "./names.json";
import sentences from "./sentences.json";
import { server } from "./server";

/** The German texts. */
export const messages: Messages = {
  client: { ...common, ...dashboard, ...admin },
  server,
  sentences: Object.entries(sentences),
  names,
};
