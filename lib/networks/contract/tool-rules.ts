/**
 * What a network's rules keep from tools, for one account and what it would answer. Plain data: the
 * composer foretells with it, in the browser too, what `prepare` will hand to a person.
 */
export interface ToolRules {
  /** Whom it would answer has not asked for it: whatever the text says, only a person may send it. */
  readonly isUnasked: boolean;
  /** A regular expression for a name that a text mentions; its first group is the name. */
  readonly names: string;
  /** Those who asked for it, in lower case. */
  readonly asked: readonly string[];
  /** A regular expression for one cashtag. */
  readonly cashtags: string;
}

/** Why only a person may send a text. The message is `delivery.byHand.<code>`; `name` is whom it names, or empty. */
export interface HandReason {
  readonly code: (typeof codes)[number];
  readonly name: string;
}

const codes = ["answers-only-who-asked", "names-first", "one-cashtag"] as const;

/** The first rule that keeps this text from a tool; undefined where it may send it. */
export function handReasonOf(text: string, rules: ToolRules): HandReason | undefined {
  if (rules.isUnasked) return { code: "answers-only-who-asked", name: "" };
  const unasked = namesIn(text, rules).find((name) => !rules.asked.includes(name));
  if (unasked !== undefined) return { code: "names-first", name: unasked };
  const cashtags = [...text.matchAll(new RegExp(rules.cashtags, "g"))].length;
  return cashtags > 1 ? { code: "one-cashtag", name: "" } : undefined;
}

/** Whom a text names, in lower case, in order. */
export function namesIn(text: string, { names }: Pick<ToolRules, "names">): string[] {
  return [...text.matchAll(new RegExp(names, "g"))].map(([, name = ""]) => name.toLowerCase());
}

/** As it is kept with a delivery and its history. */
export function writtenReason({ code, name }: HandReason): string {
  return name === "" ? code : `${code} @${name}`;
}

/** Undefined where the network put it in words of its own. */
export function readReason(written: string | null): HandReason | undefined {
  const [first, name = ""] = (written ?? "").split(" @");
  const code = codes.find((one) => one === first);
  return code && { code, name };
}
