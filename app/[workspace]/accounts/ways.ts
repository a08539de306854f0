import type { Account } from "#lib/accounts/account";
import type { ConnectField, Connector } from "#lib/networks/contract/connector";

/** One way to sign in at a network, and what it asks first. */
export interface Way {
  readonly kind: "page" | "answers";
  readonly fields: readonly ConnectField[];
}

export interface Ways {
  /** The best one first. */
  readonly offered: readonly Way[];
  /** Why its own page is not among them; message key under `connect.unavailable`. */
  readonly unavailable?: string;
}

/** On the network's own page where that is possible; with answers alone where the network knows such a way. */
export function waysInto(
  { authorization, connectFields }: Pick<Connector, "authorization" | "connectFields">,
  publicUrl: string,
): Ways {
  const availability = authorization?.availability(publicUrl);
  const page: Way[] =
    authorization && availability === "available"
      ? [{ kind: "page", fields: authorization.fields }]
      : [];
  const answers: Way[] =
    !authorization || connectFields.length > 0 ? [{ kind: "answers", fields: connectFields }] : [];
  return {
    offered: [...page, ...answers],
    ...(availability && availability !== "available" && { unavailable: availability }),
  };
}

/** What the account says of itself, for the fields that ask it. */
export function knownAnswers(
  fields: readonly ConnectField[],
  account: Pick<Account, "handle" | "origin">,
): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap(({ name, fromAccount }) => (fromAccount ? [[name, account[fromAccount]]] : [])),
  );
}
