import { env } from "../../env";
import { FolderStorage } from "./folder";
import type { DocumentStorage } from "./storage";

let storage: Promise<DocumentStorage> | undefined;

/** Where the settings say that documents are kept; opened at the first call. */
export function documentStorage(): Promise<DocumentStorage> {
  storage ??= open();
  return storage;
}

async function open(): Promise<DocumentStorage> {
  const { documents } = env();
  if (documents.kind === "folder") return new FolderStorage(documents.folder);
  // Whoever keeps files in a folder need not load Amazon's client.
  const { S3Storage } = await import("./s3");
  return new S3Storage(documents);
}
