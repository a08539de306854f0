/** With the first sign-in on a server's own page: it takes 40 MB, which most processes never need. */
export function loadLibrary() {
  return import("@atproto/oauth-client-node");
}
