import { env } from "../env";
import { type PaymentProvider, ProviderError, type ProviderName } from "./provider";
import { sandboxProvider } from "./sandbox";
import { stripeProvider } from "./stripe";

/**
 * The provider of that name, as this installation is set up.
 * @throws ProviderError `unavailable` where its settings are missing: a payment may be with a provider of former days
 */
export function providerOf(name: ProviderName): PaymentProvider {
  if (name === "sandbox") return sandboxProvider;
  const { stripe } = env();
  if (!stripe) throw new ProviderError("unavailable", "Stripe is not set up: STRIPE_SECRET_KEY is missing");
  return stripeProvider(stripe);
}

/** Who collects the payments that are confirmed from now on. */
export function configuredProvider(): PaymentProvider {
  return providerOf(env().paymentProvider);
}
