import { maxUploadBytes } from "../media/medium.ts";
import { videoPieceBytes } from "../media/video-size.ts";
import type { BodyLimit } from "./read-body.ts";

/** Forms of people who are not signed in: e-mail address, name, password. */
const signedOut: BodyLimit = { bytes: 32_000, seconds: 15 };
/** Requests of our pages to API routes. */
const question: BodyLimit = { bytes: 64_000, seconds: 15 };
/** A form or an action; a list of touchpoints may have 2 MB. */
const form: BodyLimit = { bytes: 3_000_000, seconds: 60 };
/** Webhook messages of networks; Meta sends up to a thousand changes in one. */
const webhook: BodyLimit = { bytes: 3_000_000, seconds: 15 };
/** One image, plus the form-data around it. */
const upload: BodyLimit = { bytes: maxUploadBytes + 100_000, seconds: 300 };

/** One piece of a video. */
const piece: BodyLimit = { bytes: videoPieceBytes, seconds: 300 };

/**
 * Returns the limit for a request's body. Undefined if the body is not read, because the route refuses people
 * who are not signed in without it.
 */
export function bodyLimit(path: string, isSignedIn: boolean): BodyLimit | undefined {
  const isRoute = path.startsWith("/api/");
  if (/^\/api\/webhooks\/[^/]+\/?$/.test(path)) return webhook;
  // These routes sign people in with OpenID, so they are used without a session.
  if (!isSignedIn && isRoute && !path.startsWith("/api/auth/")) return undefined;
  if (!isSignedIn) return signedOut;
  if (/^\/api\/media\/[^/]+\/?$/.test(path)) return upload;
  if (/^\/api\/media\/[^/]+\/video\/?$/.test(path)) return piece;
  return isRoute ? question : form;
}
