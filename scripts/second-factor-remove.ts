import pg from "pg";
import { email as emailSchema } from "@/lib/validation";
import { runCommand, withDatabase } from "./cli";
import { OperatorError } from "./operator-error";

const HELP = `
npm run second-factor:remove -- --email ADDRESS    for who has lost authenticator and recovery codes alike

Takes the person's two-step sign-in away and ends their sessions: the password alone is enough from then on. Make sure
first that it is they who ask. The audit log keeps it.

  --email ADDRESS    signs in with it
  --help             this text

Example: npm run second-factor:remove -- --email ann@example.com
`;

/** @throws OperatorError if nobody with this address has a second factor */
async function removeSecondFactor(ownerUrl: string, email: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ done: boolean }>("select app.remove_second_factor_of($1) as done", [email]);
    if (!rows[0]?.done) throw new OperatorError(`Nobody with the address ${email} signs in in two steps.`);
  } finally {
    await owner.end();
  }
}

await runCommand({
  help: HELP,
  options: { email: { type: "string" } },
  async run({ values }) {
    if (!values.email) throw new OperatorError(`--email is missing.\n${HELP}`);
    const email = emailSchema.safeParse(values.email);
    if (!email.success) throw new OperatorError(`--email ${values.email} is not an e-mail address.`);
    await withDatabase(({ ownerUrl }) => removeSecondFactor(ownerUrl, email.data));
    console.log(`${email.data} signs in with the password alone now.`);
  },
});
