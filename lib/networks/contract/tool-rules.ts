/**
 * The network's rules on what a tool may not send, for one account and one reply target. Plain data: the
 * composer uses it, also in the browser, to predict what `prepare` will leave to a person.
 */
export interface ToolRules {
  /**
   * The author of the post replied to did not address the account, so only a person may reply, whatever the
   * text.
   */
  readonly isUnasked: boolean;
  /** A regular expression for a mention in a text; its first group is the name. */
  readonly names: string;
  /** Names that may be mentioned, in lower case: the account itself and the author who addressed it. */
  readonly asked: readonly string[];
  /** A regular expression for one cashtag. */
  readonly cashtags: string;
}

/**
 * Why only a person may send a text. The message is `delivery.byHand.<code>`; `name` is the mentioned name,
 * or empty.
 */
export interface HandReason {
  readonly code: (typeof codes)[number];
  readonly name: string;
}

const codes = ["answers-only-who-asked", "names-first", "one-cashtag"] as const;

/** Returns the first rule that forbids a tool to send this text; undefined if none does. */
export function handReasonOf(text: string, rules: ToolRules): HandReason | undefined {
  if (rules.isUnasked) return { code: "answers-only-who-asked", name: "" };
  const unasked = namesIn(text, rules).find((name) => !rules.asked.includes(name));
  if (unasked !== undefined) return { code: "names-first", name: unasked };
  const cashtags = [...text.matchAll(new RegExp(rules.cashtags, "g"))].length;
  return cashtags > 1 ? { code: "one-cashtag", name: "" } : undefined;
}

/** Returns the names mentioned in a text, in lower case and in order. */
export function namesIn(text: string, { names }: Pick<ToolRules, "names">): string[] {
  return [...text.matchAll(new RegExp(names, "g"))].map(([, name = ""]) => name.toLowerCase());
}

/** Returns the reason in the form stored with a delivery and its history. */
export function writtenReason({ code, name }: HandReason): string {
  return name === "" ? code : `${code} @${name}`;
}

/** Parses a stored reason; undefined if it is the network's own text. */
export function readReason(written: string | null): HandReason | undefined {
  const [first, name = ""] = (written ?? "").split(" @");
  const code = codes.find((one) => one === first);
  return code && { code, name };
}
