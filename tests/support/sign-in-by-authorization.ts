import type { ConnectOutcome } from "#lib/networks/contract/connect-outcome";
import type { Connector } from "#lib/networks/contract/connector";
import type { ConnectorContext } from "#lib/networks/contract/session";

export interface SignInPage {
  /** The answers to `authorization.fields`. */
  readonly answers: Readonly<Record<string, string>>;
  /** Where people reach the product that is tested. */
  readonly publicUrl?: string;
  /** Plays the person on the network's own page; answers the address that the network sends them back to. */
  readonly approve: (url: string) => Promise<string>;
}

/** Both legs of a sign-in on a network's own page, as the product walks them. */
export async function signInByAuthorization(
  { network, authorization }: Connector,
  context: ConnectorContext,
  { answers, publicUrl = "http://127.0.0.1:3000", approve }: SignInPage,
): Promise<ConnectOutcome> {
  if (!authorization) throw new Error(`${network} has no page of its own.`);
  const callback = {
    url: `${publicUrl}/api/connect/callback`,
    state: crypto.randomUUID(),
    publicUrl,
  };
  const begun = await authorization.begin(context, answers, callback);
  if (begun.kind === "refused") return begun;
  const returned = new URL(await approve(begun.url));
  const state = begun.state ?? callback.state;
  if (`${returned.origin}${returned.pathname}` !== callback.url)
    throw new Error(`Sent back to ${returned.href}, not to ${callback.url}.`);
  if (returned.searchParams.get("state") !== state)
    throw new Error("Came back with another state.");
  const query = Object.fromEntries(returned.searchParams);
  return authorization.finish(context, begun.memory, query, { ...callback, state });
}
