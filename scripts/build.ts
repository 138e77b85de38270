import { runCommand } from "./cli";
import { step } from "./progress";
import { buildApplication, generateClient } from "./start/build";

await runCommand({
  help: "npm run build    generates the Prisma client and builds the application, where their sources changed",
  options: {},
  async run() {
    await step("Prisma client", () => generateClient());
    await step("Build", () => buildApplication());
  },
});
