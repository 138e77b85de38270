import { AppError } from "../errors";
import type { ProviderName } from "../provider-names";
import { providerOf } from "../providers";
import { ProviderError, WebhookRefused } from "../providers/provider";
import { outside } from "../tenant-db";

/**
 * Takes a provider's webhook in: signature and age first, then it is kept, once, together with the job that works it off.
 * @param bytes as they came: a signature is over bytes, not over what they mean
 * @throws AppError `signature_invalid` for one that the provider did not send; `not_found` where it is not set up
 */
export async function receiveWebhook(
  name: ProviderName,
  { bytes, headers }: { bytes: Buffer; headers: Headers },
): Promise<{ received: true }> {
  try {
    const provider = providerOf(name);
    const payload = provider.verifyWebhook(bytes, headers);
    const { id: eventId, type, occurredAt, tenantId } = provider.parseEvent(payload);
    await outside.receiveWebhook({ provider: name, eventId, type, occurredAt, payload, tenantId });
    return { received: true };
  } catch (error) {
    if (error instanceof WebhookRefused) throw new AppError("signature_invalid", error.message, { cause: error });
    if (error instanceof ProviderError) throw new AppError("not_found", undefined, { cause: error });
    throw error;
  }
}
