import { listAccounts } from "../../lib/accounts/queries";
import { accountList } from "../../lib/accounts/schema";
import type { TenantActor } from "../../lib/actor";
import { createDocument } from "../../lib/documents/commands";
import { createDocumentInput } from "../../lib/documents/schema";
import { parseListParams } from "../../lib/list-query";
import { listPaymentIntents } from "../../lib/payment-intents/queries";
import { paymentIntentList } from "../../lib/payment-intents/schema";
import { pdfOf, pngOf, uploadOf } from "./sample-files";

/** A few papers of a tenant: for all, at accounts and at payments, one of them in two versions. */
export async function seedDocuments(actor: TenantActor): Promise<void> {
  const accounts = parseListParams(accountList, {}, { mode: "strict" }).query;
  const payments = parseListParams(paymentIntentList, { status: "PROCESSED" }, { mode: "strict" }).query;
  const [first, second] = (await listAccounts(actor, accounts)).items;
  const [payment, other] = (await listPaymentIntents(actor, payments)).items;
  if (!first || !second || !payment || !other)
    throw new Error("the demo has too few accounts or payments for documents");

  const store = async (fileName: string, bytes: Uint8Array, given: Record<string, unknown>) =>
    createDocument(actor, createDocumentInput.parse({ file: await uploadOf(fileName, bytes), ...given }));

  const rates = "season,from,to,rate_eur\nlow,2026-01-07,2026-03-31,89\nhigh,2026-06-01,2026-09-15,164\n";
  await store("rates-2026.csv", Buffer.from(rates), { title: "Room rates 2026", metadata: { year: 2026 } });
  const contract = (edition: string) => pdfOf([`Acquiring contract, ${edition}`, "", `${first.name}`, "Synthetic."]);
  const atFirst = { title: "Acquiring contract", account_id: first.id, metadata: { kind: "contract" } };
  await store("acquiring-contract.pdf", contract("first edition"), atFirst);
  await store("acquiring-contract-signed.pdf", contract("signed"), atFirst);
  await store("front-desk.png", pngOf([70, 110, 190]), { title: "Front desk", account_id: second.id });
  for (const { id, reference } of [payment, other])
    await store("receipt.pdf", pdfOf(["Receipt", "", reference ?? id, "Synthetic."]), {
      title: "Receipt",
      payment_intent_id: id,
      metadata: { kind: "receipt" },
    });
}
