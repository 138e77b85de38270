import { randomBytes } from "node:crypto";
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import pg from "pg";
import { hashPassword, passwordProblem } from "@/lib/auth/passwords";
import { email as emailSchema, text } from "@/lib/validation";
import { runCommand, withDatabase } from "./cli";
import { OperatorError } from "./operator-error";

const HELP = `
npm run admin:create -- --email ADDRESS [--name NAME]    makes a platform admin

Asks for a password at a terminal; where none is typed, or there is no terminal, one is made up and printed once.
The person must be new here.

  --email ADDRESS    signs in with it
  --name NAME        shown in the audit log (the part of the address before @)
  --help             this text

Example: npm run admin:create -- --email petra@example.com --name "Petra Admin"
`;

const UNIQUE_VIOLATION = "23505";

/**
 * Makes a person and makes them a platform admin, both or neither.
 * @throws OperatorError if somebody has the address already
 */
async function createAdmin(ownerUrl: string, email: string, name: string, password: string): Promise<void> {
  const hash = await hashPassword(password);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query("begin");
    const { rows } = await owner.query<{ id: string }>("select app.create_user($1, $2, $3) as id", [email, name, hash]);
    await owner.query("select app.create_platform_admin($1)", [rows[0]?.id]);
    await owner.query("commit");
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION)
      throw new OperatorError(`Somebody with the address ${email} exists already: choose another one.`);
    throw error;
  } finally {
    await owner.end();
  }
}

/** What is typed at the terminal, unseen; empty where there is no terminal. */
async function askUnseen(question: string): Promise<string> {
  if (!process.stdin.isTTY) return "";
  process.stderr.write(question);
  const mute = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: mute, terminal: true });
  try {
    return await new Promise<string>((resolve, reject) => {
      reader.once("line", resolve);
      reader.once("SIGINT", () => reject(new OperatorError("Nothing was made.")));
    });
  } finally {
    reader.close();
    process.stderr.write("\n");
  }
}

/** The password typed twice, or null to have one made up. */
async function askPassword(email: string): Promise<string | null> {
  const password = await askUnseen("Password (empty: one is made up): ");
  if (password === "") return null;
  const problem = passwordProblem(password, email);
  if (problem) throw new OperatorError(`The password ${problem.charAt(0).toLowerCase()}${problem.slice(1)}.`);
  if ((await askUnseen("Again: ")) !== password) throw new OperatorError("The two passwords differ: nothing was made.");
  return password;
}

await runCommand({
  help: HELP,
  options: { email: { type: "string" }, name: { type: "string" } },
  async run({ values }) {
    if (!values.email) throw new OperatorError(`--email is missing.\n${HELP}`);
    const email = emailSchema.safeParse(values.email);
    if (!email.success) throw new OperatorError(`--email ${values.email} is not an e-mail address.`);
    const name = text(100).safeParse(values.name ?? email.data.split("@")[0]);
    if (!name.success) throw new OperatorError("--name must be one line of at most 100 characters.");
    const typed = await askPassword(email.data);
    const password = typed ?? randomBytes(18).toString("base64url");
    await withDatabase(({ ownerUrl }) => createAdmin(ownerUrl, email.data, name.data, password));
    console.log(`${email.data} is a platform admin.`);
    if (typed === null) console.log(`Password, shown this once: ${password}`);
  },
});
