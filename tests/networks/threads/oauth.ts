import { randomBytes } from "node:crypto";

import { badParameter, badToken, GraphProblem } from "../stand-in/graph-problem.ts";

export interface ThreadsApp {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly callbacks: readonly string[];
}

interface Token {
  readonly personId: string;
  readonly scopes: ReadonlySet<string>;
  readonly kind: "short" | "long";
  readonly madeAt: number;
  until: number;
}

const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;
const longSeconds = 60 * 24 * 60 * 60;

/** Codes, tokens of an hour, and those of sixty days that they are traded for. */
export class ThreadsOAuth {
  readonly #app: ThreadsApp;
  readonly #now: () => Date;
  readonly #codes = new Map<string, { personId: string; redirectUri: string; scope: string }>();
  readonly #tokens = new Map<string, Token>();
  refreshes = 0;

  constructor(app: ThreadsApp, now: () => Date) {
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
      [scopes.includes("threads_basic"), "threads_basic is required"],
      [scopes.every((scope) => /^threads_[a-z_]+$/.test(scope)), "unknown scope"],
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

  /** Who is asking; throws where the token is no good or does not reach as far as `scope`. */
  personIdOf(given: string | null, scope: string): string {
    const token = this.#find(given ?? "");
    if (!token.scopes.has(scope))
      throw new GraphProblem(400, { code: 10, message: `The permission ${scope} is missing.` });
    return token.personId;
  }

  /** As a person does in the settings of Threads, under "Website permissions". */
  forget(personId: string): void {
    for (const [token, known] of this.#tokens)
      if (known.personId === personId) this.#tokens.delete(token);
  }

  #issue(personId: string, scopes: ReadonlySet<string>, kind: Token["kind"]): string {
    const token = `TH${randomBytes(30).toString("base64url")}`;
    const madeAt = this.#now().getTime();
    const until = madeAt + (kind === "short" ? hourMs : longSeconds * 1000);
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
