/** One thing that a check found. What it is is said by `accounts.findings.<code>`, what to do by `accounts.remedies.<code>`. */
export interface Finding {
  readonly code:
    | FineCode
    | "sign-in-needed"
    | "not-reached"
    | "waits"
    | "out-of-credit"
    | "paused"
    | "clock-off"
    | "permission-missing"
    | "permission-missing-to-post"
    | "sign-in-ends"
    | "version-ends"
    | "pictures-unreachable"
    | "sandbox"
    | "not-read"
    | "allowance-low"
    | "webhooks-unreachable"
    | "webhooks-never"
    | "webhooks-refused"
    | "webhooks-not-subscribed"
    | "webhooks-silent";
  /** A problem keeps posts back, a notice something else, or soon. */
  readonly weight: "fine" | "notice" | "problem";
  readonly values: Readonly<Record<string, string | number | Date>>;
  /** Where what to do is another for each network: its message key. */
  readonly remedy?: string;
}

/** The message key of what to do, whether there is such a text or not. */
export function remedyOf({ code, remedy }: Finding): string {
  return remedy ?? `accounts.remedies.${code}`;
}

/** What has to be typed at the network to the letter; its name is `accounts.toCopy.<name>`. */
export function copyableIn(values: Finding["values"]) {
  return (["address", "verifyToken"] as const).flatMap((name) => {
    const value = values[name];
    return typeof value === "string" ? [{ name, value }] : [];
  });
}

/** There is nothing to do. */
type FineCode =
  | "sign-in-good"
  | "not-asked"
  | "permission-given"
  | "sign-in-lasts"
  | "last-read"
  | "last-post"
  | "allowance"
  | "review"
  | "webhooks-work"
  | "webhooks-wait";

export function fine(code: FineCode, values: Finding["values"]): Finding {
  return { code, weight: "fine", values };
}

export function toDo(
  code: Exclude<Finding["code"], FineCode>,
  weight: "notice" | "problem",
  values: Finding["values"],
): Finding {
  return { code, weight, values };
}

/** What has to be done first stands first. */
export function byWeight(one: Finding, other: Finding): number {
  return weights.indexOf(one.weight) - weights.indexOf(other.weight);
}

const weights: readonly Finding["weight"][] = ["problem", "notice", "fine"];
