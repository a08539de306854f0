/** Loads the library on first use, because installations without an X account do not need it. */
export function loadTwitterApi() {
  return import("twitter-api-v2");
}
