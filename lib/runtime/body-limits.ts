import { maxUploadBytes } from "../media/medium.ts";
import type { BodyLimit } from "./read-body.ts";

/** A form that anybody may send: an address, a name, a password. */
const signedOut: BodyLimit = { bytes: 32_000, seconds: 15 };
/** One of our own pages' questions. */
const question: BodyLimit = { bytes: 64_000, seconds: 15 };
/** A form or an action: a list of touchpoints may be 2 MB. */
const form: BodyLimit = { bytes: 3_000_000, seconds: 60 };
/** What networks send; Meta puts up to a thousand changes into one message. */
const webhook: BodyLimit = { bytes: 3_000_000, seconds: 15 };
/** One image; the rest is form-data around it. */
const upload: BodyLimit = { bytes: maxUploadBytes + 100_000, seconds: 300 };

/**
 * How much of a body is read. Undefined where nothing is: the route answers who is signed out without it.
 */
export function bodyLimit(path: string, isSignedIn: boolean): BodyLimit | undefined {
  const isRoute = path.startsWith("/api/");
  if (/^\/api\/webhooks\/[^/]+\/?$/.test(path)) return webhook;
  // Signing in with OpenID is for who is signed out, too.
  if (!isSignedIn && isRoute && !path.startsWith("/api/auth/")) return undefined;
  if (!isSignedIn) return signedOut;
  if (/^\/api\/media\/[^/]+\/?$/.test(path)) return upload;
  return isRoute ? question : form;
}
