import { createHmac, randomBytes } from "node:crypto";

import { badParameter, badToken, GraphProblem } from "../stand-in/graph-problem.ts";

export interface FacebookApp {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly callbacks: readonly string[];
}

interface Token {
  readonly personId: string;
  /** Of a page; absent for a person's own. */
  readonly pageId?: string;
  readonly scopes: ReadonlySet<string>;
  readonly isLong: boolean;
  /** Undefined: it does not end. */
  readonly until: number | undefined;
}

const shortMs = 90 * 60_000;
const longMs = 60 * 24 * 60 * 60_000;

/** Codes, people's tokens, and those of their pages, which end as their person's did or not at all. */
export class FacebookOAuth {
  readonly #app: FacebookApp;
  readonly #now: () => Date;
  readonly #codes = new Map<string, { personId: string; redirectUri: string; scope: string }>();
  readonly #tokens = new Map<string, Token>();
  /** The app demands proof of its secret with every call. */
  demandsProof = true;
  /** What people refuse to give. */
  readonly declined = new Set<string>();

  constructor(app: FacebookApp, now: () => Date) {
    this.#app = app;
    this.#now = now;
  }

  problemOf(query: URLSearchParams): string | undefined {
    const scopes = (query.get("scope") ?? "").split(",");
    const checks: readonly (readonly [boolean, string])[] = [
      [query.get("response_type") === "code", "response_type must be code"],
      [query.get("client_id") === this.#app.clientId, "Invalid App ID"],
      [this.#app.callbacks.includes(query.get("redirect_uri") ?? ""), "URL blocked"],
      [scopes.every((scope) => known.has(scope)), "Invalid Scopes"],
    ];
    return checks.find(([isFine]) => !isFine)?.[1];
  }

  allow(query: URLSearchParams, personId: string): string {
    const code = randomBytes(24).toString("base64url");
    const redirectUri = query.get("redirect_uri") ?? "";
    this.#codes.set(code, { personId, redirectUri, scope: query.get("scope") ?? "" });
    return back(query, { code });
  }

  deny(query: URLSearchParams): string {
    return back(query, { error: "access_denied", error_description: "Permissions error" });
  }

  /** Both trades have one address. */
  trade(query: URLSearchParams): object {
    const { clientId, clientSecret } = this.#app;
    if (query.get("client_id") !== clientId || query.get("client_secret") !== clientSecret)
      throw new GraphProblem(400, { code: 101, message: "Error validating client secret." });
    if (query.get("grant_type") === "fb_exchange_token") {
      const { personId, scopes } = this.#find(query.get("fb_exchange_token") ?? "");
      const until = this.#now().getTime() + longMs;
      const access_token = this.#issue({ personId, scopes, isLong: true, until });
      return { access_token, token_type: "bearer", expires_in: longMs / 1_000 };
    }
    const code = query.get("code") ?? "";
    const kept = this.#codes.get(code);
    this.#codes.delete(code);
    if (!kept || kept.redirectUri !== query.get("redirect_uri"))
      throw badParameter("This authorization code has been used.");
    const scopes = new Set(kept.scope.split(",").filter((one) => !this.declined.has(one)));
    const until = this.#now().getTime() + shortMs;
    const access_token = this.#issue({ personId: kept.personId, scopes, isLong: false, until });
    return { access_token, token_type: "bearer", expires_in: shortMs / 1_000 };
  }

  /** Made in the business settings; it does not end. */
  systemToken(personId: string): string {
    return this.#issue({ personId, scopes: known, isLong: true, until: undefined });
  }

  /** Of a long-lived token of a person, a page's does not end. */
  pageToken(query: URLSearchParams, pageId: string): string {
    const { personId, scopes, isLong, until } = this.#find(query.get("access_token") ?? "");
    return this.#issue({ personId, pageId, scopes, isLong, until: isLong ? undefined : until });
  }

  /** Who is asking; throws where the token is no good, the proof is wrong, or it does not reach so far. */
  check(query: URLSearchParams, scope?: string): Token {
    const given = query.get("access_token") ?? "";
    const token = this.#find(given);
    const proof = createHmac("sha256", this.#app.clientSecret).update(given).digest("hex");
    const shown = query.get("appsecret_proof");
    if (shown === null ? this.demandsProof : shown !== proof)
      throw badParameter("API calls from the server require an appsecret_proof argument");
    if (scope && !token.scopes.has(scope))
      throw new GraphProblem(403, { code: 200, message: `(#200) ${scope} permission is missing` });
    return token;
  }

  /** A new password, or the app taken away. */
  forget(personId: string): void {
    for (const [token, { personId: whose }] of this.#tokens)
      if (whose === personId) this.#tokens.delete(token);
  }

  #issue(token: Token): string {
    const name = `EAA${randomBytes(40).toString("base64url")}`;
    this.#tokens.set(name, token);
    return name;
  }

  #find(name: string): Token {
    const token = this.#tokens.get(name);
    if (!token) throw badToken("Error validating access token: the session was invalidated.", 460);
    if (token.until !== undefined && token.until <= this.#now().getTime())
      throw badToken("Error validating access token: Session has expired.", 463);
    return token;
  }
}

const known: ReadonlySet<string> = new Set([
  "pages_show_list",
  "pages_manage_posts",
  "pages_read_engagement",
  "pages_manage_engagement",
  "pages_read_user_content",
  "pages_manage_metadata",
  "read_insights",
]);

function back(query: URLSearchParams, answer: Record<string, string>): string {
  const address = new URL(query.get("redirect_uri") ?? "");
  for (const [name, value] of Object.entries({ ...answer, state: query.get("state") ?? "" }))
    address.searchParams.set(name, value);
  return address.href;
}
