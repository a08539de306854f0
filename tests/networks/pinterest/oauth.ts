import { randomBytes } from "node:crypto";

import { invalid, PinterestProblem, unauthorized } from "./problem.ts";

export interface PinterestApp {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly callbacks: readonly string[];
}

interface Grant {
  readonly personId: string;
  readonly scope: string;
}
interface Token extends Grant {
  readonly until: number;
  readonly isForSandbox: boolean;
}

const known = [
  "boards:read",
  "boards:write",
  "pins:read",
  "pins:write",
  "user_accounts:read",
  "boards:read_secret",
  "pins:read_secret",
];
const accessSeconds = 30 * 24 * 60 * 60;
const refreshSeconds = 60 * 24 * 60 * 60;

/** Codes, tokens of thirty days, and those that renew them, of which each is used once. */
export class PinterestOAuth {
  readonly #app: PinterestApp;
  readonly #now: () => Date;
  readonly #codes = new Map<string, Grant & { readonly redirectUri: string }>();
  readonly #tokens = new Map<string, Token>();
  readonly #refreshTokens = new Map<string, Token>();
  refreshes = 0;

  constructor(app: PinterestApp, now: () => Date) {
    this.#app = app;
    this.#now = now;
  }

  /** What is wrong with a request for the authorize page; undefined where a person may be asked. */
  problemOf(query: URLSearchParams): string | undefined {
    const scopes = (query.get("scope") ?? "").split(",");
    const checks: readonly (readonly [boolean, string])[] = [
      [query.get("response_type") === "code", "response_type must be code"],
      [query.get("client_id") === this.#app.clientId, "no such client_id"],
      [this.#app.callbacks.includes(query.get("redirect_uri") ?? ""), "redirect_uri is unknown"],
      [scopes.every((scope) => known.includes(scope)), "unknown scope"],
    ];
    return checks.find(([isFine]) => !isFine)?.[1];
  }

  allow(query: URLSearchParams, personId: string): string {
    const code = randomBytes(24).toString("base64url");
    const redirectUri = query.get("redirect_uri") ?? "";
    this.#codes.set(code, { personId, redirectUri, scope: query.get("scope") ?? "" });
    return backTo(query, { code });
  }

  deny(query: URLSearchParams): string {
    return backTo(query, { error: "access_denied", error_description: "The user said no." });
  }

  token(authorization: string, form: URLSearchParams): object {
    const { clientId, clientSecret } = this.#app;
    const basic = Buffer.from(`${clientId}:${clientSecret}`).toString("base64");
    if (authorization !== `Basic ${basic}`) throw unauthorized("Invalid client credentials.");
    const grantType = form.get("grant_type");
    if (grantType === "authorization_code") return this.#trade(form);
    if (grantType === "refresh_token") return this.#refresh(form);
    throw invalid("grant_type is not supported.");
  }

  #trade(form: URLSearchParams): object {
    const code = form.get("code") ?? "";
    const grant = this.#codes.get(code);
    this.#codes.delete(code);
    if (!grant || grant.redirectUri !== form.get("redirect_uri"))
      throw new PinterestProblem(400, 283, "Invalid authorization code or redirect URI.");
    return this.#issue(grant, "authorization_code");
  }

  #refresh(form: URLSearchParams): object {
    const given = form.get("refresh_token") ?? "";
    const grant = this.#refreshTokens.get(given);
    this.#refreshTokens.delete(given);
    if (!grant || grant.until <= this.#now().getTime())
      throw unauthorized("The refresh token is invalid or has expired.");
    this.refreshes += 1;
    return this.#issue(grant, "refresh_token");
  }

  /** As the page of the app shows it to its maker. */
  sandboxToken(personId: string): string {
    return this.#remember({ personId, scope: known.join(",") }, true);
  }

  /** Who is asking; throws where the token is no good here or does not reach far enough. */
  personIdOf(authorization: string, scopes: readonly string[], isSandbox: boolean): string {
    const token = this.#tokens.get(authorization.replace(/^Bearer /, ""));
    if (!token || token.until <= this.#now().getTime() || token.isForSandbox !== isSandbox)
      throw unauthorized();
    const given = token.scope.split(/[\s,]+/);
    if (!scopes.every((scope) => given.includes(scope)))
      throw new PinterestProblem(403, 3, `Insufficient scope: ${scopes.join(", ")}`);
    return token.personId;
  }

  /** As a person does in the settings of Pinterest, under "Apps". */
  forget(personId: string): void {
    for (const all of [this.#tokens, this.#refreshTokens])
      for (const [token, known] of all) if (known.personId === personId) all.delete(token);
  }

  #issue(grant: Grant, type: "authorization_code" | "refresh_token"): object {
    const refreshToken = `pinr.${randomBytes(30).toString("base64url")}`;
    const until = this.#now().getTime() + refreshSeconds * 1000;
    this.#refreshTokens.set(refreshToken, { ...grant, until, isForSandbox: false });
    return {
      access_token: this.#remember(grant, false),
      refresh_token: refreshToken,
      response_type: type,
      token_type: "bearer",
      expires_in: accessSeconds,
      refresh_token_expires_in: refreshSeconds,
      refresh_token_expires_at: Math.floor(until / 1000),
      scope: grant.scope.replaceAll(",", " "),
    };
  }

  #remember({ personId, scope }: Grant, isForSandbox: boolean): string {
    const token = `pina_${randomBytes(30).toString("base64url")}`;
    const until = this.#now().getTime() + accessSeconds * 1000;
    this.#tokens.set(token, { personId, scope, until, isForSandbox });
    return token;
  }
}

function backTo(query: URLSearchParams, told: Readonly<Record<string, string>>): string {
  const back = new URL(query.get("redirect_uri") ?? "");
  for (const [name, value] of Object.entries(told)) back.searchParams.set(name, value);
  back.searchParams.set("state", query.get("state") ?? "");
  return back.href;
}
