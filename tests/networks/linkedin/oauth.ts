import { randomBytes } from "node:crypto";

import { LinkedInProblem, oauthProblem } from "./problem.ts";

/** The app as its developer registered it: with which product, and whether LinkedIn gives it tokens that renew. */
export interface LinkedInApp {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly callbacks: readonly string[];
  readonly scopes: readonly string[];
  readonly hasRefreshTokens: boolean;
}

interface Grant {
  readonly memberId: string;
  readonly scopes: readonly string[];
  readonly until: number;
}

interface Code extends Omit<Grant, "until"> {
  readonly redirectUri: string;
  readonly at: number;
  isUsed: boolean;
}

export const accessLifeSeconds = 5_184_000;
const refreshLifeSeconds = 31_536_000;
const codeLifeMs = 30 * 60_000;

export class LinkedInOAuth {
  readonly #app: LinkedInApp;
  readonly #now: () => Date;
  readonly #codes = new Map<string, Code>();
  readonly #access = new Map<string, Grant & { isRevoked: boolean }>();
  readonly #refresh = new Map<string, Grant>();
  revocations = 0;

  constructor(app: LinkedInApp, now: () => Date) {
    this.#app = app;
    this.#now = now;
  }

  /** What is wrong with a request for the authorize page; an `error` goes back with the person. */
  problemOf(
    query: URLSearchParams,
  ): { page: string } | { error: string; words: string } | undefined {
    const { clientId, callbacks, scopes } = this.#app;
    if (query.get("client_id") !== clientId) return { page: "client_id is unknown" };
    if (!callbacks.includes(query.get("redirect_uri") ?? ""))
      return { page: "The redirect_uri does not match the registered value" };
    if (query.get("response_type") !== "code") return { page: "response_type must be code" };
    if (!query.get("state")) return { page: "state is needed" };
    // The page "Authorization Code Flow" knows none of these for a web app.
    if (query.has("code_challenge")) return { page: "code_challenge is not for web apps" };
    const unknown = (query.get("scope") ?? "").split(" ").find((scope) => !scopes.includes(scope));
    if (unknown === undefined) return undefined;
    const words = `Scope "${unknown}" is not authorized for your application`;
    return { error: "unauthorized_scope_error", words };
  }

  allow(query: URLSearchParams, memberId: string): string {
    const code = randomBytes(24).toString("base64url");
    const redirectUri = query.get("redirect_uri") ?? "";
    const scopes = (query.get("scope") ?? "").split(" ");
    const at = this.#now().getTime();
    this.#codes.set(code, { memberId, scopes, redirectUri, at, isUsed: false });
    return withQuery(redirectUri, { code, state: query.get("state") ?? "" });
  }

  refuse(query: URLSearchParams, error: string, words: string): string {
    const state = query.get("state") ?? "";
    return withQuery(query.get("redirect_uri") ?? "", { error, error_description: words, state });
  }

  token(form: URLSearchParams): Record<string, unknown> {
    this.#checkApp(form);
    const kind = form.get("grant_type");
    if (kind === "authorization_code") return this.#fromCode(form);
    if (kind === "refresh_token") return this.#fromRefresh(form.get("refresh_token") ?? "");
    throw oauthProblem(400, "invalid_request", `Grant type ${kind} is unknown`);
  }

  revoke(form: URLSearchParams): undefined {
    this.#checkApp(form);
    const grant = this.#access.get(form.get("token") ?? "");
    if (!grant) throw oauthProblem(400, "invalid_request", "The token is unknown");
    this.revocations += 1;
    grant.isRevoked = true;
  }

  /** Somebody takes back what they permitted, in LinkedIn's settings. */
  forget(memberId: string): void {
    for (const grant of this.#access.values())
      if (grant.memberId === memberId) grant.isRevoked = true;
    for (const [token, grant] of this.#refresh)
      if (grant.memberId === memberId) this.#refresh.delete(token);
  }

  grantOf(authorization: string | undefined): Grant {
    const token = /^Bearer (.+)$/.exec(authorization ?? "")?.[1] ?? "";
    const grant = this.#access.get(token);
    const refused = (code: string, number: number, message: string) =>
      new LinkedInProblem(401, { serviceErrorCode: number, code, message });
    if (!grant) throw refused("INVALID_ACCESS_TOKEN", 65_600, "Invalid access token");
    if (grant.isRevoked)
      throw refused(
        "REVOKED_ACCESS_TOKEN",
        65_601,
        "The token used in the request has been revoked by the user",
      );
    if (grant.until <= this.#now().getTime())
      throw refused("EXPIRED_ACCESS_TOKEN", 65_602, "The token used in the request has expired");
    return grant;
  }

  #checkApp(form: URLSearchParams): void {
    const { clientId, clientSecret } = this.#app;
    if (form.get("client_id") !== clientId || form.get("client_secret") !== clientSecret)
      throw oauthProblem(401, "invalid_client", "Client authentication failed");
  }

  #fromCode(form: URLSearchParams): Record<string, unknown> {
    if (form.has("code_verifier")) throw oauthProblem(400, "invalid_request", "code_verifier");
    const code = this.#codes.get(form.get("code") ?? "");
    const isOld = !code || code.isUsed || this.#now().getTime() - code.at > codeLifeMs;
    if (isOld || code.redirectUri !== form.get("redirect_uri"))
      throw oauthProblem(
        400,
        "invalid_request",
        "Unable to retrieve access token: appid/redirect uri/code verifier does not match authorization code. Or authorization code expired.",
      );
    code.isUsed = true;
    const { memberId, scopes } = code;
    const now = this.#now().getTime();
    const until = now + accessLifeSeconds * 1000;
    const refresh = randomBytes(32).toString("base64url");
    if (this.#app.hasRefreshTokens)
      this.#refresh.set(refresh, { memberId, scopes, until: now + refreshLifeSeconds * 1000 });
    return this.#answer({ memberId, scopes, until }, refresh);
  }

  /** The refresh token stays the same, and its year runs on. */
  #fromRefresh(token: string): Record<string, unknown> {
    const known = this.#refresh.get(token);
    const now = this.#now().getTime();
    if (!known || known.until <= now)
      throw oauthProblem(
        400,
        "invalid_grant",
        "The provided authorization grant or refresh token is invalid, expired or revoked.",
      );
    const until = Math.min(now + accessLifeSeconds * 1000, known.until);
    return this.#answer({ ...known, until }, token);
  }

  #answer(grant: Grant, refresh: string): Record<string, unknown> {
    const access = randomBytes(32).toString("base64url");
    this.#access.set(access, { ...grant, isRevoked: false });
    const left = (this.#refresh.get(refresh)?.until ?? 0) - this.#now().getTime();
    return {
      access_token: access,
      expires_in: Math.round((grant.until - this.#now().getTime()) / 1000),
      scope: grant.scopes.join(","),
      token_type: "Bearer",
      ...(this.#app.hasRefreshTokens
        ? { refresh_token: refresh, refresh_token_expires_in: Math.round(left / 1000) }
        : {}),
    };
  }
}

function withQuery(address: string, query: Record<string, string>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}
