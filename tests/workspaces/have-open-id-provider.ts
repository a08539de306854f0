import { createServer } from "node:http";

import { Provider } from "oidc-provider";
import { onTestFinished } from "vitest";

import { freePort } from "../support/postgres-server.ts";

/** A certified provider that lets in whoever types a name; the address is theirs at wol.example, verified unless the name says otherwise. */
export async function haveOpenIdProvider(callback: string): Promise<Record<string, string>> {
  const port = await freePort();
  const issuer = `http://localhost:${port}`;
  const client = { client_id: "shoutloop", client_secret: "a secret between the two" };
  const provider = new Provider(issuer, {
    clients: [{ ...client, redirect_uris: [callback] }],
    findAccount: (_request: unknown, id: string) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        name: id,
        email: `${id.replace("unverified-", "")}@wol.example`,
        email_verified: !id.startsWith("unverified-"),
      }),
    }),
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: true } },
    cookies: { keys: ["a key for tests"] },
  });
  const server = createServer(provider.callback());
  await new Promise<void>((resolve) => server.listen(port, "localhost", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: client.client_id,
    OIDC_CLIENT_SECRET: client.client_secret,
    OIDC_NAME: "Wol",
  };
}
