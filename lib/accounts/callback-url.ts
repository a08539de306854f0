/**
 * Returns the address to which networks redirect after a sign-in, for an installation at `publicUrl`. It uses
 * 127.0.0.1 instead of `localhost`, which some networks refuse; the callback then redirects to `publicUrl`.
 */
export function callbackUrlOf(publicUrl: string): string {
  const url = new URL("/api/connect/callback", publicUrl);
  if (url.hostname === "localhost") url.hostname = "127.0.0.1";
  return url.href;
}
