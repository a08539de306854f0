import type { ConnectField, NetworkManifest } from "#lib/networks/contract/manifest";

/** A sign-in method of a network and the fields that it asks for. */
export interface SignInMethod {
  readonly kind: "page" | "answers";
  readonly fields: readonly ConnectField[];
}

export interface SignInMethods {
  /** The recommended method first. */
  readonly offered: readonly SignInMethod[];
  /** Why the network's own sign-in page is not offered; message key under `connect.unavailable`. */
  readonly unavailable?: string;
}

/**
 * Returns the network's own sign-in page if possible, and signing in with answers if the network supports
 * that.
 */
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
