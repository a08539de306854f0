/** A failure that replaced the network's answer; the text is `history.cameBack.<key>`. */
export type PlainFailure =
  | "address-not-found"
  | "not-reachable"
  | "not-secure"
  | "too-slow"
  | "broke-off"
  | "trouble"
  | "overloaded"
  | "unreadable"
  | "list-too-short"
  | "somebody-elses"
  | "proves-nothing"
  | "looks-alike";

interface CameBack {
  readonly httpStatus: number | null;
  readonly excerpt: string | null;
}

/** Returns the failure; undefined if the network gave its own answer or the failure is not recognized. */
export function plainFailure(answer: CameBack): PlainFailure | undefined {
  const status = statusOf(answer);
  if (status !== undefined && status >= 500)
    return [502, 503, 504].includes(status) ? "overloaded" : "trouble";
  if (status === 408) return "too-slow";
  return signs.find(([sign]) => sign.test(answer.excerpt ?? ""))?.[1];
}

/** Whether no answer came: there was no connection, or it broke. */
export function isSilence(answer: PlainFailure | undefined): boolean {
  return answer !== undefined && !answered.has(answer);
}

/** Returns the network's own words without codes; undefined if it said nothing readable. */
export function ownWords(answer: CameBack): string | undefined {
  const words = answer.excerpt?.replace(/^[A-Z]\w+: (?=\S)/u, "").trim();
  if (!words || bareStatus.test(words) || plainFailure(answer) !== undefined) return undefined;
  return words.includes(" ") ? words : undefined;
}

function statusOf({ httpStatus, excerpt }: CameBack): number | undefined {
  const written = bareStatus.exec(excerpt ?? "")?.[1];
  return httpStatus ?? (written ? Number(written) : undefined);
}

const bareStatus = /^HTTP (\d{3})$/;

/** The texts of errors from Node.js, its HTTP client and our connectors. */
const signs: readonly (readonly [RegExp, PlainFailure])[] = [
  [/ENOTFOUND|EAI_AGAIN|getaddrinfo/, "address-not-found"],
  [/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ENETDOWN/, "not-reachable"],
  [/certificate|CERT_|ERR_TLS|ERR_SSL|wrong version number/i, "not-secure"],
  [/time-?out|timed out|took too long|was aborted/i, "too-slow"],
  [/ECONNRESET|EPIPE|ECONNABORTED|socket hang up|other side closed|terminated/i, "broke-off"],
  [/^fetch failed$/, "not-reachable"],
  [/^Unreadable answer|in JSON at position|JSON input/, "unreadable"],
  [/did not reach back far enough|Too many posts since/, "list-too-short"],
  [/belongs to another delivery/, "somebody-elses"],
  [/proves nothing on this server/, "proves-nothing"],
  [/made since looks like it/, "looks-alike"],
];

const answered = new Set<PlainFailure>([
  "trouble",
  "unreadable",
  "list-too-short",
  "somebody-elses",
  "proves-nothing",
  "looks-alike",
]);
