import { createHmac, randomBytes } from "node:crypto";

import { badParameter, badToken, GraphProblem } from "../stand-in/graph-problem.ts";

export interface InstagramApp {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly callbacks: readonly string[];
}

interface Token {
  readonly personId: string;
  readonly scopes: ReadonlySet<string>;
  /** `page` and `system` are Facebook's: they do not end. */
  readonly kind: "short" | "long" | "page" | "system";
  readonly madeAt: number;
  until: number;
}

const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;
const longSeconds = 60 * 24 * 60 * 60;

/** Codes, tokens of an hour, and those of sixty days that they are traded for. */
export class InstagramOAuth {
  readonly #app: InstagramApp;
  readonly #now: () => Date;
  readonly #codes = new Map<string, { personId: string; redirectUri: string; scope: string }>();
  readonly #tokens = new Map<string, Token>();
  refreshes = 0;

  constructor(app: InstagramApp, now: () => Date) {
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
      [scopes.includes("instagram_business_basic"), "instagram_business_basic is required"],
      [scopes.every((scope) => /^instagram_business_[a-z_]+$/.test(scope)), "unknown scope"],
    ];
    return checks.find(([isFine]) => !isFine)?.[1];
  }

  allow(query: URLSearchParams, personId: string): string {
    const code = randomBytes(24).toString("base64url");
    const redirectUri = query.get("redirect_uri") ?? "";
    this.#codes.set(code, { personId, redirectUri, scope: query.get("scope") ?? "" });
    const back = new URL(redirectUri);
    back.searchParams.set("code", code);
    back.searchParams.set("state", query.get("state") ?? "");
    return back.href;
  }

  deny(query: URLSearchParams): string {
    const back = new URL(query.get("redirect_uri") ?? "");
    back.searchParams.set("error", "access_denied");
    back.searchParams.set("error_description", "The user denied your request.");
    back.searchParams.set("state", query.get("state") ?? "");
    return back.href;
  }

  trade(form: URLSearchParams): object {
    const { clientId, clientSecret } = this.#app;
    if (form.get("client_id") !== clientId || form.get("client_secret") !== clientSecret)
      throw new GraphProblem(400, { code: 101, message: "Error validating client secret." });
    const code = form.get("code") ?? "";
    const known = this.#codes.get(code);
    this.#codes.delete(code);
    if (!known || known.redirectUri !== form.get("redirect_uri"))
      throw badParameter("This authorization code has been used, or its redirect URI differs.");
    const token = this.#issue(known.personId, new Set(known.scope.split(",")), "short");
    return { access_token: token, user_id: known.personId };
  }

  exchange(query: URLSearchParams): object {
    if (query.get("client_secret") !== this.#app.clientSecret)
      throw new GraphProblem(400, { code: 101, message: "Error validating client secret." });
    const token = this.#find(query.get("access_token") ?? "");
    if (token.kind !== "short") throw badParameter("Only a short-lived token can be exchanged.");
    const long = this.#issue(token.personId, token.scopes, "long");
    return { access_token: long, token_type: "bearer", expires_in: longSeconds };
  }

  refresh(query: URLSearchParams): object {
    const token = this.#find(query.get("access_token") ?? "");
    const age = this.#now().getTime() - token.madeAt;
    if (token.kind !== "long" || age < dayMs)
      throw badParameter("A token can be refreshed once it is a day old.");
    this.refreshes += 1;
    const long = this.#issue(token.personId, token.scopes, "long");
    return { access_token: long, token_type: "bearer", expires_in: longSeconds };
  }

  /** Made in the business settings, for whoever manages the page that the account hangs on. */
  systemToken(personId: string): string {
    return this.#issue(personId, new Set(), "system");
  }

  /** Whose pages a system user's token opens, with a token of the page. */
  pagesOf(query: URLSearchParams): { personId: string; pageToken: string } {
    const { kind, personId } = this.#find(query.get("access_token") ?? "");
    if (kind !== "system") throw badToken("This token is of no system user.", 460);
    this.#checkProof(query);
    return { personId, pageToken: this.#issue(personId, new Set(), "page") };
  }

  #checkProof(query: URLSearchParams): void {
    const proof = createHmac("sha256", this.#app.clientSecret)
      .update(query.get("access_token") ?? "")
      .digest("hex");
    if (query.get("appsecret_proof") !== proof)
      throw badParameter("API calls from the server require an appsecret_proof argument");
  }

  /** As `personIdOf`, at Facebook's address. */
  personIdOfPage(query: URLSearchParams): string {
    const { kind, personId } = this.#find(query.get("access_token") ?? "");
    if (kind !== "page") throw badToken("This token is of no page.", 460);
    this.#checkProof(query);
    return personId;
  }

  /** Who is asking; throws where the token is no good or does not reach as far as `scope`. */
  personIdOf(given: string | null, scope: string): string {
    const token = this.#find(given ?? "");
    if (token.kind !== "long") throw badToken("The access token is not for this server.", 460);
    if (!token.scopes.has(scope))
      throw new GraphProblem(400, { code: 10, message: `The permission ${scope} is missing.` });
    return token.personId;
  }

  /** As a person does in the settings of Instagram, under "Website permissions". */
  forget(personId: string): void {
    for (const [token, known] of this.#tokens)
      if (known.personId === personId) this.#tokens.delete(token);
  }

  #issue(personId: string, scopes: ReadonlySet<string>, kind: Token["kind"]): string {
    const token = `IG${randomBytes(30).toString("base64url")}`;
    const madeAt = this.#now().getTime();
    const lives = { short: hourMs, long: longSeconds * 1000, page: Infinity, system: Infinity };
    const until = madeAt + lives[kind];
    this.#tokens.set(token, { personId, scopes, kind, madeAt, until });
    return token;
  }

  #find(token: string): Token {
    const known = this.#tokens.get(token);
    if (!known) throw badToken("The access token could not be decrypted.", 467);
    if (known.until <= this.#now().getTime())
      throw badToken("Error validating access token: Session has expired.", 463);
    return known;
  }
}
