/** Loads the OAuth library on first use: it takes 40 MB, which most processes do not need. */
export function loadLibrary() {
  return import("@atproto/oauth-client-node");
}
