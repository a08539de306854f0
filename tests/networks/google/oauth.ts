import { createHash, randomBytes } from "node:crypto";

import { TokenProblem, unauthenticated } from "./problem.ts";

export interface GoogleApp {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly callbacks: readonly string[];
}

interface Code {
  readonly personId: string;
  readonly redirectUri: string;
  readonly challenge: string;
}

export const scope = "https://www.googleapis.com/auth/business.manage";
const hourMs = 60 * 60_000;

/** Codes with PKCE, tokens of an hour, and one that renews them for as long as nobody takes it back. */
export class GoogleOAuth {
  readonly #app: GoogleApp;
  readonly #now: () => Date;
  readonly #codes = new Map<string, Code>();
  readonly #tokens = new Map<string, { readonly personId: string; readonly until: number }>();
  readonly #refreshTokens = new Map<string, string>();

  constructor(app: GoogleApp, now: () => Date) {
    this.#app = app;
    this.#now = now;
  }

  /** What is wrong with a request for the authorize page; undefined where a person may be asked. */
  problemOf(query: URLSearchParams): string | undefined {
    const checks: readonly (readonly [boolean, string])[] = [
      [query.get("response_type") === "code", "response_type must be code"],
      [query.get("client_id") === this.#app.clientId, "invalid_client"],
      [this.#app.callbacks.includes(query.get("redirect_uri") ?? ""), "redirect_uri_mismatch"],
      [query.get("scope") === scope, "invalid_scope"],
      [query.get("code_challenge_method") === "S256", "code_challenge_method must be S256"],
      [query.get("access_type") === "offline", "without access_type nothing can be renewed"],
      [query.get("prompt") === "consent", "without prompt nothing can be renewed"],
    ];
    return checks.find(([isFine]) => !isFine)?.[1];
  }

  allow(query: URLSearchParams, personId: string): string {
    const code = `4/${randomBytes(24).toString("base64url")}`;
    const redirectUri = query.get("redirect_uri") ?? "";
    const challenge = query.get("code_challenge") ?? "";
    this.#codes.set(code, { personId, redirectUri, challenge });
    return backTo(query, { code, scope });
  }

  deny(query: URLSearchParams): string {
    return backTo(query, { error: "access_denied" });
  }

  token(form: URLSearchParams): object {
    const { clientId, clientSecret } = this.#app;
    if (form.get("client_id") !== clientId || form.get("client_secret") !== clientSecret)
      throw new TokenProblem("invalid_client", "The provided client secret is invalid.", 401);
    return form.get("grant_type") === "refresh_token" ? this.#refresh(form) : this.#trade(form);
  }

  #trade(form: URLSearchParams): object {
    const code = form.get("code") ?? "";
    const known = this.#codes.get(code);
    this.#codes.delete(code);
    const verifier = form.get("code_verifier") ?? "";
    const challenge = createHash("sha256").update(verifier).digest("base64url");
    if (!known || known.redirectUri !== form.get("redirect_uri") || known.challenge !== challenge)
      throw new TokenProblem("invalid_grant", "Malformed auth code.");
    const refreshToken = `1//${randomBytes(30).toString("base64url")}`;
    this.#refreshTokens.set(refreshToken, known.personId);
    return { ...this.#issue(known.personId), refresh_token: refreshToken };
  }

  #refresh(form: URLSearchParams): object {
    const personId = this.#refreshTokens.get(form.get("refresh_token") ?? "");
    if (!personId) throw new TokenProblem("invalid_grant", "Token has been expired or revoked.");
    return this.#issue(personId);
  }

  revoke(form: URLSearchParams): object {
    const personId = this.#refreshTokens.get(form.get("token") ?? "");
    if (!personId) throw new TokenProblem("invalid_token", "Token expired or revoked");
    this.forget(personId);
    return {};
  }

  personIdOf(authorization: string): string {
    const token = this.#tokens.get(authorization.replace(/^Bearer /, ""));
    if (!token || token.until <= this.#now().getTime()) throw unauthenticated();
    return token.personId;
  }

  /** As a person does in the settings of Google, under "Third-party apps". */
  forget(personId: string): void {
    for (const [token, known] of this.#tokens)
      if (known.personId === personId) this.#tokens.delete(token);
    for (const [token, known] of this.#refreshTokens)
      if (known === personId) this.#refreshTokens.delete(token);
  }

  #issue(personId: string): object {
    const token = `ya29.${randomBytes(30).toString("base64url")}`;
    this.#tokens.set(token, { personId, until: this.#now().getTime() + hourMs });
    return { access_token: token, expires_in: 3_599, scope, token_type: "Bearer" };
  }
}

function backTo(query: URLSearchParams, told: Readonly<Record<string, string>>): string {
  const back = new URL(query.get("redirect_uri") ?? "");
  for (const [name, value] of Object.entries(told)) back.searchParams.set(name, value);
  back.searchParams.set("state", query.get("state") ?? "");
  return back.href;
}
