/**
 * The address that networks send people back to, for whoever reaches us at `publicUrl`. Some
 * take 127.0.0.1 and refuse `localhost`; from there people are brought home.
 */
export function callbackUrlOf(publicUrl: string): string {
  const url = new URL("/api/connect/callback", publicUrl);
  if (url.hostname === "localhost") url.hostname = "127.0.0.1";
  return url.href;
}
