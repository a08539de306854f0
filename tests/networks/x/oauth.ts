import { createHash, randomBytes } from "node:crypto";

import { badToken, unauthorized, XProblem } from "./problem.ts";

/** The app as its developer registered it at X. */
export interface XApp {
  readonly clientId: string;
  /** Absent for a public client. */
  readonly clientSecret?: string | undefined;
  readonly callbacks: readonly string[];
}

interface Code {
  readonly personId: string;
  readonly redirectUri: string;
  readonly challenge: string;
  readonly scope: string;
  readonly at: number;
  isUsed: boolean;
}

/** One sign-in: all tokens that were ever made from it live and die together. */
interface Family {
  readonly personId: string;
  readonly scope: string;
  isDead: boolean;
}

interface AccessToken {
  readonly family: Family;
  readonly until: number;
}

const knownScopes = new Set(
  "tweet.read tweet.write tweet.moderate.write users.read users.email follows.read follows.write offline.access space.read mute.read mute.write like.read like.write list.read list.write block.read block.write bookmark.read bookmark.write media.write dm.read dm.write timeline.read".split(
    " ",
  ),
);
const codeLifeMs = 30_000;
export const accessLifeSeconds = 7_200;

export class XOAuth {
  readonly #app: XApp;
  readonly #now: () => Date;
  readonly #codes = new Map<string, Code>();
  readonly #access = new Map<string, AccessToken>();
  readonly #refresh = new Map<string, { family: Family; isUsed: boolean }>();
  /** How many times a used refresh token came again. */
  reuses = 0;
  refreshes = 0;

  constructor(app: XApp, now: () => Date) {
    this.#app = app;
    this.#now = now;
  }

  /** What is wrong with a request for the authorize page; undefined where a person may be asked. */
  problemOf(query: URLSearchParams): string | undefined {
    const state = query.get("state") ?? "";
    const scopes = (query.get("scope") ?? "").split(" ");
    const checks: readonly (readonly [boolean, string])[] = [
      [query.get("response_type") === "code", "response_type must be code"],
      [query.get("client_id") === this.#app.clientId, "no such client_id"],
      [this.#hasCallback(query.get("redirect_uri")), "redirect_uri is not one of the app's"],
      [query.get("code_challenge_method") === "S256", "code_challenge_method must be S256"],
      [/^[\w-]{43}$/.test(query.get("code_challenge") ?? ""), "code_challenge is unusable"],
      [state.length > 0 && state.length <= 500, "state must be 1 to 500 characters"],
      [scopes.every((scope) => knownScopes.has(scope)), "unknown scope"],
    ];
    return checks.find(([isFine]) => !isFine)?.[1];
  }

  #hasCallback(address: string | null): boolean {
    return address !== null && this.#app.callbacks.includes(address);
  }

  /** The person pressed the button: where they are sent. */
  allow(query: URLSearchParams, personId: string): string {
    const code = randomBytes(24).toString("base64url");
    const redirectUri = query.get("redirect_uri") ?? "";
    this.#codes.set(code, {
      personId,
      redirectUri,
      challenge: query.get("code_challenge") ?? "",
      scope: query.get("scope") ?? "",
      at: this.#now().getTime(),
      isUsed: false,
    });
    return withQuery(redirectUri, { state: query.get("state") ?? "", code });
  }

  deny(query: URLSearchParams): string {
    const state = query.get("state") ?? "";
    return withQuery(query.get("redirect_uri") ?? "", { error: "access_denied", state });
  }

  token(form: URLSearchParams, authorization: string | undefined): Record<string, unknown> {
    this.#checkClient(form, authorization);
    const kind = form.get("grant_type");
    if (kind === "authorization_code") return this.#fromCode(form);
    if (kind === "refresh_token") return this.#fromRefresh(form.get("refresh_token") ?? "");
    throw new XProblem(400, { error: "unsupported_grant_type", error_description: String(kind) });
  }

  revoke(form: URLSearchParams, authorization: string | undefined): Record<string, unknown> {
    this.#checkClient(form, authorization);
    const token = form.get("token") ?? "";
    const family = this.#access.get(token)?.family ?? this.#refresh.get(token)?.family;
    if (family) family.isDead = true;
    return { revoked: true };
  }

  /** Ends every sign-in of a person, as they may do in X's settings. */
  forget(personId: string): void {
    for (const { family } of [...this.#access.values(), ...this.#refresh.values()])
      if (family.personId === personId) family.isDead = true;
  }

  /** Who is asking; throws where the token is no good or does not reach as far as `scope`. */
  personIdOf(authorization: string | undefined, scope: string): string {
    const token = /^Bearer (.+)$/.exec(authorization ?? "")?.[1] ?? "";
    const found = this.#access.get(token);
    if (!found || found.family.isDead || found.until <= this.#now().getTime()) throw unauthorized();
    if (!found.family.scope.split(" ").includes(scope))
      throw new XProblem(403, {
        title: "Forbidden",
        type: "https://api.x.com/2/problems/oauth2-missing-scope",
        detail: `Missing scope ${scope}`,
        status: 403,
      });
    return found.family.personId;
  }

  /** Confidential clients say who they are by HTTP Basic, public ones by `client_id` in the form. */
  #checkClient(form: URLSearchParams, authorization: string | undefined): void {
    const { clientId, clientSecret } = this.#app;
    const refusal = new XProblem(401, {
      error: "unauthorized_client",
      error_description: "Missing valid authorization header",
    });
    if (clientSecret === undefined) {
      if (authorization || form.get("client_id") !== clientId) throw refusal;
      return;
    }
    const pair = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`;
    if (authorization !== `Basic ${Buffer.from(pair).toString("base64")}`) throw refusal;
  }

  #fromCode(form: URLSearchParams): Record<string, unknown> {
    const code = this.#codes.get(form.get("code") ?? "");
    const isOld = !code || code.isUsed || this.#now().getTime() - code.at > codeLifeMs;
    if (code) code.isUsed = true;
    const verifier = form.get("code_verifier") ?? "";
    const challenge = createHash("sha256").update(verifier).digest("base64url");
    if (isOld || form.get("redirect_uri") !== code.redirectUri || challenge !== code.challenge)
      throw new XProblem(400, {
        error: "invalid_request",
        error_description: "Value passed for the authorization code was invalid.",
      });
    return this.#pairOf({ personId: code.personId, scope: code.scope, isDead: false });
  }

  /** A refresh token works once. The second time, somebody has stolen it: everything ends. */
  #fromRefresh(token: string): Record<string, unknown> {
    const known = this.#refresh.get(token);
    if (known?.isUsed) {
      this.reuses += 1;
      known.family.isDead = true;
    }
    if (!known || known.family.isDead) throw badToken();
    known.isUsed = true;
    this.refreshes += 1;
    return this.#pairOf(known.family);
  }

  #pairOf(family: Family): Record<string, unknown> {
    const [access, refresh] = [randomBytes(32), randomBytes(32)].map((bytes) =>
      bytes.toString("base64url"),
    );
    if (!access || !refresh) throw new Error("No token.");
    const until = this.#now().getTime() + accessLifeSeconds * 1000;
    this.#access.set(access, { family, until });
    const isLasting = family.scope.split(" ").includes("offline.access");
    if (isLasting) this.#refresh.set(refresh, { family, isUsed: false });
    return {
      token_type: "bearer",
      expires_in: accessLifeSeconds,
      access_token: access,
      scope: family.scope,
      ...(isLasting ? { refresh_token: refresh } : {}),
    };
  }
}

function withQuery(address: string, query: Record<string, string>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}
