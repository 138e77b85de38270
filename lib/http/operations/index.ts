import type { Operation } from "../operation";
import { accountOperations } from "./accounts";
import { auditLogOperations } from "./audit-logs";
import { documentOperations } from "./documents";
import { paymentIntentOperations } from "./payment-intents";
import { publicOperations } from "./public";
import { whoamiOperations } from "./whoami";

/** Every operation of the API, in the order of the reference page. A test holds route files and this list equal. */
export const OPERATIONS: readonly Operation[] = [
  accountOperations,
  paymentIntentOperations,
  documentOperations,
  auditLogOperations,
  whoamiOperations,
  publicOperations,
].flatMap((group): Operation[] => Object.values(group));
