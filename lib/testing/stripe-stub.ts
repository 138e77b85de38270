import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import cardDeclined from "@/lib/providers/stripe-shapes/card-declined.json";
import paymentIntentShape from "@/lib/providers/stripe-shapes/payment-intent.json";
import refundShape from "@/lib/providers/stripe-shapes/refund.json";

type Json = Record<string, unknown>;

interface Answer {
  status: number;
  body: Json;
}

export interface StubCall {
  method: string;
  path: string;
  idempotencyKey: string | null;
  apiVersion: string | null;
  form: Record<string, string>;
}

/**
 * Stripe's API as far as we call it, in the shapes that its reference publishes, on a port of this machine. It keeps
 * idempotency keys as Stripe does: the same key with the same parameters gives the stored answer, with others an error.
 */
export class StripeStub {
  readonly calls: StubCall[] = [];
  /** The next requests get these answers instead; `hang up`: the work is done and the answer is lost. */
  readonly disturbances: (Answer | "hang up")[] = [];
  readonly intents = new Map<string, Json>();
  readonly refunds = new Map<string, Json>();
  readonly #answers = new Map<string, { given: string; answer: Answer }>();
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const key = one(request.headers["idempotency-key"]);
    const call: StubCall = {
      method: request.method ?? "",
      path: request.url ?? "",
      idempotencyKey: key,
      apiVersion: one(request.headers["stripe-version"]),
      form: Object.fromEntries(new URLSearchParams(body)),
    };
    this.calls.push(call);
    const disturbance = this.disturbances.shift();
    const answer = disturbance && disturbance !== "hang up" ? disturbance : this.#remembered(call, body);
    if (disturbance === "hang up") return void response.destroy();
    response.writeHead(answer.status, { "content-type": "application/json", "request-id": "req_stub" });
    response.end(JSON.stringify(answer.body));
  }

  #remembered(call: StubCall, body: string): Answer {
    if (call.method !== "POST" || !call.idempotencyKey) return this.#answer(call);
    const given = `${call.path} ${body}`;
    const known = this.#answers.get(call.idempotencyKey);
    if (known && known.given !== given)
      return failure(400, {
        type: "idempotency_error",
        message: "Keys for idempotent requests can only be used with the same parameters they were first used with.",
      });
    const answer = known?.answer ?? this.#answer(call);
    this.#answers.set(call.idempotencyKey, { given, answer });
    return answer;
  }

  #answer({ method, path, form }: StubCall): Answer {
    const [, , noun, id = "", verb] = path.split("?")[0]?.split("/") ?? [];
    if (noun === "payment_intents" && method === "POST" && !id) return this.#createIntent(form);
    if (noun === "refunds" && method === "POST" && !id) return this.#createRefund(form);
    const found = noun === "refunds" ? this.refunds.get(id) : this.intents.get(id);
    if (!found)
      return failure(404, {
        type: "invalid_request_error",
        code: "resource_missing",
        message: `No such ${noun}: '${id}'`,
      });
    if (verb === "confirm") return confirm(found, form);
    if (verb === "cancel") return cancel(found);
    return { status: 200, body: found };
  }

  #createIntent(form: Record<string, string>): Answer {
    if (Number(form.amount) < 50)
      return failure(400, {
        type: "invalid_request_error",
        code: "amount_too_small",
        message: "Amount must be at least 50 cents",
      });
    const intent: Json = {
      ...paymentIntentShape,
      id: `pi_${this.intents.size + 1}`,
      amount: Number(form.amount),
      currency: form.currency,
      metadata: metadataIn(form),
    };
    this.intents.set(String(intent.id), intent);
    return { status: 200, body: { ...intent } };
  }

  #createRefund(form: Record<string, string>): Answer {
    const refund: Json = {
      ...refundShape,
      id: `re_${this.refunds.size + 1}`,
      amount: Number(form.amount),
      payment_intent: form.payment_intent,
      reason: form.reason ?? null,
      metadata: metadataIn(form),
      status: "pending",
    };
    this.refunds.set(String(refund.id), refund);
    return { status: 200, body: { ...refund } };
  }
}

function confirm(intent: Json, form: Record<string, string>): Answer {
  if (intent.status !== "requires_payment_method") return unexpectedState(intent);
  if (!form.payment_method)
    return failure(400, {
      type: "invalid_request_error",
      code: "payment_intent_unexpected_state",
      message: "You cannot confirm this PaymentIntent because it's missing a payment method.",
      payment_intent: { ...intent },
    });
  if (form.payment_method === "pm_card_chargeDeclinedInsufficientFunds") {
    intent.last_payment_error = cardDeclined.error;
    return failure(402, { ...cardDeclined.error, payment_intent: { ...intent } });
  }
  intent.payment_method = form.payment_method;
  intent.status = form.payment_method === "pm_bank" ? "processing" : "succeeded";
  return { status: 200, body: { ...intent } };
}

function cancel(intent: Json): Answer {
  if (intent.status === "succeeded" || intent.status === "processing") return unexpectedState(intent);
  intent.status = "canceled";
  return { status: 200, body: { ...intent } };
}

function unexpectedState(intent: Json): Answer {
  return failure(400, {
    type: "invalid_request_error",
    code: "payment_intent_unexpected_state",
    message: `This PaymentIntent's status is ${intent.status}.`,
    payment_intent: { ...intent },
  });
}

/** An answer in the form of Stripe's errors. */
export function failure(status: number, error: Json): Answer {
  return { status, body: { error } };
}

function metadataIn(form: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => {
      const [, key] = /^metadata\[(.+)\]$/.exec(name) ?? [];
      return key ? [[key, value]] : [];
    }),
  );
}

function one(value: string | string[] | undefined): string | null {
  return Array.isArray(value) ? (value[0] ?? null) : (value ?? null);
}
