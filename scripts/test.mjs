// npm test. Installs the packages if they are missing, then hands over to TypeScript in this process.
import { ensurePackages, requireNode } from "./packages.mjs";

requireNode();
ensurePackages({ development: true });
const { register } = await import("tsx/esm/api");
register();
await import("./test/main.ts");
