import { randomUUID } from "node:crypto";
import { createDocument } from "@/lib/documents/commands";
import { createDocumentInput } from "@/lib/documents/schema";
import { pdfOf, uploadOf } from "@/prisma/seed/sample-files";
import type { TestTenant } from "./fixtures";

/** A PDF that no other test has. */
export const freshPdf = (): Buffer => pdfOf([`Contract ${randomUUID()}`]);

/** A document of the tenant, with a PDF of its own unless told. */
export async function makeDocument(
  tenant: TestTenant,
  { bytes = freshPdf(), fileName = `${randomUUID()}.pdf`, ...given }: MakeDocument = {},
) {
  const file = await uploadOf(fileName, bytes);
  return createDocument(tenant.system, createDocumentInput.parse({ file, ...given }));
}

interface MakeDocument {
  bytes?: Uint8Array;
  fileName?: string;
  title?: string;
  account_id?: string;
  payment_intent_id?: string;
  metadata?: Record<string, unknown>;
}

/** The body of an upload: text fields, and a file where there is one. */
export function uploadForm(
  fields: Readonly<Record<string, string>>,
  file?: { name: string; bytes: Uint8Array; type?: string },
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  if (file) form.append("file", new File([new Uint8Array(file.bytes)], file.name, { type: file.type ?? "" }));
  return form;
}
