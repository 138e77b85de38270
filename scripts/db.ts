import { type OperatorDatabase, runCommand, withDatabase } from "./cli";
import { migrate, migrationStatus, reset, rollback } from "./db/migrate";
import { OperatorError } from "./operator-error";

const HELP = `
npm run db:migrate                    applies the pending migrations
npm run db:rollback [-- --steps N]    undoes the newest N migrations (1)
npm run db:reset [-- --force]         undoes everything and applies it again: ALL DATA IS LOST
npm run db:status                     lists the migrations and when each was applied
npm run db:check                      tells how schema.prisma and the database differ (exit code 1), if they do
npm run db:url                        prints the connection string of the owner, for psql or a database tool

They work on the database of DATABASE_URL, or else on this clone's embedded PostgreSQL, which is started for the
duration if it does not run.

  --steps N    how many migrations to undo
  --force      reset a database that is not on this machine
  --help       this text
`;

interface ActionOptions {
  steps: number;
  force: boolean;
}

const ACTIONS: Record<string, (database: OperatorDatabase, options: ActionOptions) => Promise<void>> = {
  async migrate({ ownerUrl, passwordSecret }) {
    const applied = await migrate(ownerUrl, { secret: passwordSecret, onStep });
    console.log(applied.length > 0 ? `${applied.length} applied.` : "Nothing to apply.");
  },
  async rollback({ ownerUrl }, { steps }) {
    const undone = await rollback(ownerUrl, steps, { secret: null, onStep });
    console.log(undone.length > 0 ? `${undone.length} undone.` : "Nothing to undo.");
  },
  async reset({ ownerUrl, passwordSecret }, { force }) {
    if (!force && !isLocal(ownerUrl)) {
      throw new OperatorError("This database is not on this machine: to lose all its data, add --force.");
    }
    await reset(ownerUrl, { secret: passwordSecret, onStep });
    console.log("The database is new.");
  },
  async status({ ownerUrl }) {
    for (const { name, appliedAt } of await migrationStatus(ownerUrl)) {
      console.log(`${appliedAt ? appliedAt.toISOString() : "pending                 "}  ${name}`);
    }
  },
  async check({ ownerUrl }) {
    // Imported here, since it loads an engine that comes with the development packages only.
    const { schemaDrift } = await import("./db/schema-drift");
    const differences = await schemaDrift(ownerUrl);
    if (differences.length > 0) {
      throw new OperatorError(`schema.prisma and the database differ:\n${differences.join("\n")}`);
    }
    console.log("schema.prisma and the database agree.");
  },
  async url({ ownerUrl }) {
    console.log(ownerUrl);
  },
};

function onStep(direction: "up" | "down", name: string): void {
  console.log(`${direction === "up" ? "apply" : "undo "} ${name}`);
}

function isLocal(url: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]", ""].includes(new URL(url).hostname);
}

await runCommand({
  help: HELP,
  options: { steps: { type: "string", default: "1" }, force: { type: "boolean", default: false } },
  allowPositionals: true,
  async run({ values, positionals }) {
    const [name, ...others] = positionals;
    const action = Object.entries(ACTIONS).find(([key]) => key === name)?.[1];
    if (!action || others.length > 0) throw new OperatorError(`Unknown command.\n${HELP}`);
    const steps = Number(values.steps);
    if (!Number.isSafeInteger(steps) || steps < 1) throw new OperatorError("--steps must be a whole number from 1 on.");
    await withDatabase((database) => action(database, { steps, force: values.force ?? false }));
  },
});
