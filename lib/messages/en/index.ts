import type { Messages } from "../catalogue";
import { NO_NAMES } from "../names";
import { admin } from "./client/admin";
import { common } from "./client/common";
import { dashboard } from "./client/dashboard";
import { server } from "./server";

/** The English texts. What the business code says is English already. */
export const messages: Messages = {
  client: { ...common, ...dashboard, ...admin },
  server,
  sentences: [],
  names: NO_NAMES,
};
