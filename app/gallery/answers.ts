import type { CommandAnswer } from "@/components/command/entry";

/** Below this address nothing is asked of the server: the gallery answers by itself. */
export const ANSWERED = "/api/dashboard/gallery";

const FOUND: CommandAnswer = {
  entries: [
    {
      id: "payment 1",
      group: "Payment intents",
      label: "BK-48213",
      hint: "Lisbon City Hotel",
      href: "/gallery/records",
      icon: "paymentIntents",
      status: "PROCESSED",
      amount: { minor: 45_900, currency: "EUR" },
    },
    {
      id: "account 1",
      group: "Accounts",
      label: "Lisbon Airport and Conference Centre Hotel with a very long name",
      hint: "Iberia › Lisbon",
      href: "/gallery/records",
      icon: "accounts",
    },
  ],
};

const RECORD = {
  id: "019a3f5e-8a1c-7d2e-9b4f-3c5d7e9f1a2b",
  status: "PROCESSED",
  billing_amount: 45_900,
  billing_currency: "EUR",
  metadata: { hotel: "City", nights: 3 },
};

const json = (value: unknown) =>
  new Response(JSON.stringify(value), { headers: { "content-type": "application/json" } });
const never = () => new Promise<Response>(() => {});

/** What the tenant's routes could answer; an answer that is no JSON stands for a fault, without a line in the console. */
function answer({ pathname, searchParams }: URL): Response | Promise<Response> {
  if (pathname.startsWith(`${ANSWERED}-slow/`)) return never();
  if (pathname.startsWith(`${ANSWERED}-broken/`)) return new Response("not there");
  if (pathname.endsWith("/record")) return json(RECORD);
  if (pathname.endsWith("/search")) return json(searchParams.get("q")?.includes("lis") ? FOUND : { entries: [] });
  return json({ entries: [] });
}

/** Has the page's own requests below `ANSWERED` answered here. */
export function answerOurselves(): void {
  const { fetch: ask } = window;
  window.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, window.location.href);
    return url.pathname.startsWith(ANSWERED) ? answer(url) : ask(input, init);
  };
}
