import type { Runtime } from "../kernel/context.ts";

/** Where networks of a family send messages to, for whoever reaches us at `publicUrl`. */
export function webhookAddress(publicUrl: string, family: string): string {
  return `${publicUrl}/api/webhooks/${family}`;
}

/** What a network has to know to be told that the address is ours; the same for as long as this installation's secret is. */
export function verifyTokenOf({ secrets }: Pick<Runtime, "secrets">, family: string): string {
  return secrets.sign("webhook", family);
}
