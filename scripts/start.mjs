// npm start and npm run dev. Installs the packages if they are missing, then hands over to TypeScript in this process.
import { ensurePackages, requireNode } from "./packages.mjs";

requireNode();
ensurePackages();
const { register } = await import("tsx/esm/api");
register();
await import("./start/main.ts");
