/** With the first call: who has no account at X need not hold it. */
export function loadTwitterApi() {
  return import("twitter-api-v2");
}
