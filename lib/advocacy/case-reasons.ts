/** How a complaint ended; the message is `cases.reasons.<reason>`. */
export const closeReasons = [
  "solved",
  "replaced",
  "refunded",
  "explained",
  "unreachable",
  "not-ours",
] as const;
