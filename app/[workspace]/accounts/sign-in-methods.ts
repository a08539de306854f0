import type { ConnectField, NetworkManifest } from "#lib/networks/contract/manifest";

/** One way to sign in at a network, and what it asks first. */
export interface SignInMethod {
  readonly kind: "page" | "answers";
  readonly fields: readonly ConnectField[];
}

export interface SignInMethods {
  /** The best one first. */
  readonly offered: readonly SignInMethod[];
  /** Why its own page is not among them; message key under `connect.unavailable`. */
  readonly unavailable?: string;
}

/** On the network's own page where that is possible; with answers alone where the network knows such a way. */
export function listSignInMethods(
  { authorization, connectFields }: Pick<NetworkManifest, "authorization" | "connectFields">,
  publicUrl: string,
): SignInMethods {
  const availability = authorization?.availability(publicUrl);
  const page: SignInMethod[] =
    authorization && availability === "available"
      ? [{ kind: "page", fields: authorization.fields }]
      : [];
  const answers: SignInMethod[] =
    !authorization || connectFields.length > 0
      ? [{ kind: "answers", fields: connectFields.filter((field) => !field.isForTerminalOnly) }]
      : [];
  return {
    offered: [...page, ...answers],
    ...(availability && availability !== "available" && { unavailable: availability }),
  };
}
