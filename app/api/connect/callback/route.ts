import { finishSignIn } from "#lib/accounts/finish-sign-in";
import { locateSignIn } from "#lib/accounts/locate-sign-in";
import { currentRuntime } from "#lib/runtime/current";
import { catchRefusals } from "#lib/transports/refusal";
import { listWorkspaces } from "#lib/workspaces/list-workspaces";

import { signedInContext } from "../../../_actions/signed-in-context.ts";
import { currentUser } from "../../../_auth/session.ts";

/** The callback address: networks send people here with the answer in the query. */
export async function GET(request: Request): Promise<Response> {
  const { search, searchParams } = new URL(request.url);
  const returned = Object.fromEntries(searchParams);
  const state = returned["state"] ?? "";
  const runtime = currentRuntime();
  const signIn = await locateSignIn(runtime, state);
  const home = signIn && homeOf(signIn, request.headers.get("host"));
  if (home) return goTo(`${home}/api/connect/callback${search}`);

  const user = await currentUser();
  // The answer stays in the address: it can be used after signing in, or pasted in a terminal.
  if (!user) return goTo(`/sign-in/returned${search}`);
  const workspaces = await listWorkspaces(runtime, user.id);
  const slug = workspaces.find(({ id }) => id === signIn?.workspaceId)?.slug;
  if (!signIn || !slug) return goTo("/sign-in/returned?problem=sign-in-unknown");
  const problem = await finish(slug, { state, returned });
  if (problem === "choose-accounts") return goTo(`/${slug}/accounts/choose/${signIn.id}`);
  const words = new URLSearchParams({ "sign-in": signIn.id, ...(problem && { problem }) });
  return goTo(`/${slug}/accounts?${words}`);
}

/**
 * Returns the address to redirect to if the network sent the person to 127.0.0.1 while we run at localhost,
 * which is another host to the browser and has none of our cookies. Undefined if the host is right.
 */
function homeOf(
  { callbackUrl, publicUrl }: { callbackUrl: string; publicUrl: string },
  host: string | null,
): string | undefined {
  const sentTo = new URL(callbackUrl).host;
  return sentTo === host && sentTo !== new URL(publicUrl).host ? publicUrl : undefined;
}

/**
 * Finishes the sign-in. Returns the key of the refusal or, after an error, `sign-in-broke`; undefined on
 * success.
 */
async function finish(
  slug: string,
  answer: Parameters<typeof finishSignIn>[1],
): Promise<string | undefined> {
  const ctx = await signedInContext(slug);
  try {
    const outcome = await catchRefusals(() => finishSignIn(ctx, answer));
    return outcome.ok ? undefined : outcome.refusal;
  } catch (error) {
    ctx.log.error({ error: String(error) }, "Signing in at a network broke.");
    return "sign-in-broke";
  }
}

/**
 * Redirects with 303, so that the browser uses GET, and without caching: the address holds the network's
 * answer.
 */
function goTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}
