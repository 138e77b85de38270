import path from "node:path";
import { runCommand } from "./cli";
import { buildClient, CLIENT_DIR } from "./client/build";
import { REPOSITORY_DIR } from "./db/paths";

await runCommand({
  help: `
npm run client:build

Makes the TypeScript client of the API in ${path.relative(REPOSITORY_DIR, CLIENT_DIR)}, from the OpenAPI document of this very source.
Then, in your own project: npm install <this folder>/${path.relative(REPOSITORY_DIR, CLIENT_DIR)}
`,
  options: {},
  run: () => buildClient(),
});
