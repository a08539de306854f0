import { createHash } from "node:crypto";

import { ApiError, only, textIn, type Incoming, type Reply } from "./http.ts";
import { escaped } from "./rendering.ts";
import type { App, Person, World } from "./world.ts";

const codeLifeMs = 10 * 60_000;
const known = [
  "read",
  "write",
  "follow",
  "push",
  "profile",
  "read:accounts",
  "read:statuses",
  "read:notifications",
  "write:statuses",
  "write:media",
  "write:favourites",
  "write:follows",
];

export function registerApp({ world, fields }: Incoming): Reply {
  only(fields, ["client_name", "redirect_uris", "scopes", "website"]);
  const name = textIn(fields, "client_name");
  if (!name) throw new ApiError(422, "Validation failed: Application name can't be blank");
  const redirectUris = redirectUrisIn(fields["redirect_uris"]);
  if (redirectUris.length === 0)
    throw new ApiError(422, "Validation failed: Redirect URI can't be blank");
  if (redirectUris.some((uri) => !URL.canParse(uri)))
    throw new ApiError(422, "Validation failed: Redirect URI must be an absolute URI.");
  const scopes = textIn(fields, "scopes").split(/\s+/).filter(Boolean);
  if (scopes.some((scope) => !known.includes(scope)))
    throw new ApiError(422, "Validation failed: Scopes doesn't match configured on the server.");
  const app: App = {
    clientId: world.newSecret(),
    clientSecret: world.newSecret(),
    name,
    redirectUris,
    scopes: scopes.length > 0 ? scopes : ["read"],
    website: textIn(fields, "website") || undefined,
  };
  world.apps.push(app);
  return {
    json: {
      id: String(world.apps.length),
      name,
      website: app.website ?? null,
      scopes: app.scopes,
      redirect_uri: redirectUris.join("\n"),
      redirect_uris: redirectUris,
      client_id: app.clientId,
      client_secret: app.clientSecret,
      client_secret_expires_at: 0,
      vapid_key: "",
    },
  };
}

/** One, several on lines of their own, or a list. */
function redirectUrisIn(given: unknown): string[] {
  const listed: unknown[] = Array.isArray(given) ? given : [given];
  return listed.flatMap((one) => (typeof one === "string" ? one.split(/\s+/) : [])).filter(Boolean);
}

/** The page on which a person says yes or no. It needs no script. */
export function authorizePage({ world, query }: Incoming): Reply {
  const asked = askedIn(world, (name) => query.get(name) ?? "");
  const hidden = [...query]
    .map(
      ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
    )
    .join("");
  const people = world.people
    .filter(({ domain, isSuspended }) => !domain && !isSuspended)
    .map(
      ({ id, displayName, username }, index) =>
        `<p><label><input type="radio" name="account" value="${id}"${index === 0 ? " checked" : ""}> ${escaped(displayName)} (@${username})</label></p>`,
    )
    .join("");
  const scopes = asked.scopes.map((scope) => `<li>${escaped(scope)}</li>`).join("");
  return {
    html: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Authorization required</title>
<body style="font:16px system-ui;max-width:30rem;margin:3rem auto"><h1>Authorization required</h1>
<p><strong>${escaped(asked.app.name)}</strong> would like permission to access your account on ${escaped(world.domain)}.</p>
<ul>${scopes}</ul><form method="post" action="/oauth/authorize">${hidden}<fieldset><legend>Sign in as</legend>${people}</fieldset>
<p><button name="decision" value="authorize">Authorize</button> <button name="decision" value="deny">Deny</button></p></form></body></html>`,
  };
}

export function authorize({ world, fields }: Incoming): Reply {
  const asked = askedIn(world, (name) => textIn(fields, name));
  const back = (answer: Record<string, string>): Reply => {
    const address = new URL(asked.redirectUri);
    for (const [name, value] of Object.entries(answer)) address.searchParams.set(name, value);
    if (asked.state) address.searchParams.set("state", asked.state);
    return { status: 302, headers: { location: address.href } };
  };
  if (textIn(fields, "decision") !== "authorize")
    return back({
      error: "access_denied",
      error_description: "The resource owner or authorization server denied the request.",
    });
  const person = world.people.find(({ id }) => id === textIn(fields, "account"));
  if (!person || person.domain) throw new ApiError(422, "Nobody of this server was chosen");
  const code = world.newSecret();
  const expiresAt = world.now().getTime() + codeLifeMs;
  world.codes.set(code, { ...asked, person, expiresAt });
  return back({ code });
}

function askedIn(world: World, read: (name: string) => string) {
  const app = world.apps.find(({ clientId }) => clientId === read("client_id"));
  if (!app) throw new ApiError(401, "Client authentication failed due to unknown client");
  const redirectUri = read("redirect_uri");
  if (!app.redirectUris.includes(redirectUri))
    throw new ApiError(
      400,
      "The requested redirect uri is malformed or doesn't match client redirect URI.",
    );
  if (read("response_type") !== "code")
    throw new ApiError(400, "The authorization server does not support this response type.");
  const scopes = read("scope").split(" ").filter(Boolean);
  if (scopes.length === 0 || scopes.some((scope) => !app.scopes.includes(scope)))
    throw new ApiError(400, "The requested scope is invalid, unknown, or malformed.");
  const challenge = read("code_challenge") || undefined;
  if (challenge && read("code_challenge_method") !== "S256")
    throw new ApiError(400, "The code_challenge_method must be S256.");
  return { app, redirectUri, scopes, challenge, state: read("state") };
}

export function token({ world, fields }: Incoming): Reply {
  only(fields, [
    "grant_type",
    "client_id",
    "client_secret",
    "redirect_uri",
    "code",
    "code_verifier",
    "scope",
  ]);
  const app = appIn(world, fields);
  const grant = textIn(fields, "grant_type");
  if (grant === "client_credentials") return issued(world, app, undefined, ["read"]);
  if (grant !== "authorization_code")
    throw oauthError(
      400,
      "unsupported_grant_type",
      "The authorization grant type is not supported.",
    );
  const value = textIn(fields, "code");
  const code = world.codes.get(value);
  // One-time, whatever comes of it.
  world.codes.delete(value);
  const isFine =
    code?.app === app &&
    code.redirectUri === textIn(fields, "redirect_uri") &&
    code.expiresAt > world.now().getTime() &&
    (!code.challenge || code.challenge === challengeOf(textIn(fields, "code_verifier")));
  if (!code || !isFine)
    throw oauthError(
      400,
      "invalid_grant",
      "The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client.",
    );
  return issued(world, app, code.person, code.scopes);
}

function appIn(world: World, fields: Incoming["fields"]): App {
  const app = world.apps.find(
    ({ clientId, clientSecret }) =>
      clientId === textIn(fields, "client_id") && clientSecret === textIn(fields, "client_secret"),
  );
  if (!app)
    throw oauthError(
      401,
      "invalid_client",
      "Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.",
    );
  return app;
}

function issued(
  world: World,
  app: App,
  person: Person | undefined,
  scopes: readonly string[],
): Reply {
  const value = world.newSecret();
  world.tokens.set(value, { value, app, person, scopes, isRevoked: false });
  return {
    json: {
      access_token: value,
      token_type: "Bearer",
      scope: scopes.join(" "),
      created_at: Math.floor(world.now().getTime() / 1000),
    },
  };
}

export function revoke({ world, fields }: Incoming): Reply {
  only(fields, ["client_id", "client_secret", "token"]);
  const app = appIn(world, fields);
  const found = world.tokens.get(textIn(fields, "token"));
  if (found && found.app !== app)
    throw oauthError(403, "unauthorized_client", "You are not authorized to revoke this token");
  if (found) found.isRevoked = true;
  return { json: {} };
}

class OauthError extends ApiError {
  readonly description: string;
  constructor(status: number, error: string, description: string) {
    super(status, error);
    this.description = description;
  }
}

function oauthError(status: number, error: string, description: string): ApiError {
  return new OauthError(status, error, description);
}

export function errorJson(error: ApiError): object {
  return error instanceof OauthError
    ? { error: error.message, error_description: error.description }
    : { error: error.message };
}

function challengeOf(verifier: string): string {
  return createHash("sha256").update(verifier).digest("base64url");
}
