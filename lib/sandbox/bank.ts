import { z } from "zod";
import { env } from "../env";
import { outside } from "../tenant-db";
import { paymentPlan, refundPlan } from "./plan";

// The sandbox provider as a system of its own: what a real one offers by HTTP. Callers get JSON, and must not trust it.

/** What the sandbox is told of a payment; all of it comes back with each event. */
export interface SandboxPaymentRequest {
  amount: number;
  currency: string;
  customer_email: string | null;
  description: string | null;
  metadata: Record<string, string>;
}

export interface SandboxRefundRequest {
  amount: number;
  currency: string;
  metadata: Record<string, string>;
}

const planned = z.object({ amount: z.int(), customer_email: z.string().nullable() });

/** Opens a payment; the same key gives the same one. */
export function createPayment(key: string, request: SandboxPaymentRequest): Promise<unknown> {
  return outside.sandbox.createPayment(key, request);
}

/** Begins to collect. What comes of it is told by webhook. */
export async function confirmPayment(reference: string): Promise<unknown> {
  const payment = planned.nullable().parse(await outside.sandbox.findPayment(reference));
  if (!payment) return null;
  const plan = paymentPlan(payment.amount, payment.customer_email, env().sandboxDelayMs);
  return outside.sandbox.confirmPayment(reference, plan);
}

/** Calls a payment off, unless it is settled. */
export function cancelPayment(reference: string): Promise<unknown> {
  return outside.sandbox.cancelPayment(reference);
}

export function findPayment(reference: string): Promise<unknown> {
  return outside.sandbox.findPayment(reference);
}

/** Begins a refund; the same key gives the same one. */
export async function refundPayment(key: string, payment: string, request: SandboxRefundRequest): Promise<unknown> {
  const paid = planned.nullable().parse(await outside.sandbox.findPayment(payment));
  if (!paid) return null;
  return outside.sandbox.refundPayment(key, payment, request, refundPlan(paid.customer_email, env().sandboxDelayMs));
}

export function findRefund(reference: string): Promise<unknown> {
  return outside.sandbox.findRefund(reference);
}

/** The outcome that was planned comes to be. Runs as a job. */
export async function settle(reference: string): Promise<void> {
  await outside.sandbox.settle(reference);
}
