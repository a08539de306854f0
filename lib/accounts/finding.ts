/**
 * A result of a check. Its text is `accounts.findings.<code>`, and what to do is `accounts.remedies.<code>`.
 */
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
  /** `problem`: posts are held back. `notice`: something else is affected, or will be soon. */
  readonly weight: "fine" | "notice" | "problem";
  readonly values: Readonly<Record<string, string | number | Date>>;
  /** Message key of what to do, if it differs by network. */
  readonly remedy?: string;
}

/** Returns the message key of what to do; such a text need not exist. */
export function remedyOf({ code, remedy }: Finding): string {
  return remedy ?? `accounts.remedies.${code}`;
}

/**
 * Returns values that must be copied exactly to the network's site; their names are `accounts.toCopy.<name>`.
 */
export function copyableIn(values: Finding["values"]) {
  return (["address", "verifyToken"] as const).flatMap((name) => {
    const value = values[name];
    return typeof value === "string" ? [{ name, value }] : [];
  });
}

/** Codes of findings that need no action. */
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

/** Sorts the most urgent findings first. */
export function byWeight(one: Finding, other: Finding): number {
  return weights.indexOf(one.weight) - weights.indexOf(other.weight);
}

const weights: readonly Finding["weight"][] = ["problem", "notice", "fine"];
