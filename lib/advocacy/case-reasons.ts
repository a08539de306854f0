/** How a complaint ended. The message is `cases.reasons.<reason>`. */
export const closeReasons = [
  "solved",
  "replaced",
  "refunded",
  "explained",
  "unreachable",
  "not-ours",
] as const;
