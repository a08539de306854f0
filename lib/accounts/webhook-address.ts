import type { Runtime } from "../kernel/context.ts";

/** Returns the webhook address of a family of networks, for an installation at `publicUrl`. */
export function webhookAddress(publicUrl: string, family: string): string {
  return `${publicUrl}/api/webhooks/${family}`;
}

/**
 * Returns the verify token of a family of networks; it stays the same while the installation's secret does.
 */
export function verifyTokenOf({ secrets }: Pick<Runtime, "secrets">, family: string): string {
  return secrets.sign("webhook", family);
}
