import { isBlank } from "../kernel/visible-text.ts";
import {
  openOptions,
  type OptionValues,
  type PostOption,
} from "../networks/contract/post-options.ts";
import type { PostPart } from "./post.ts";

/** A problem with an account's options. The text is `refusals.<kind>` with `used` and `max`. */
export interface OptionProblem {
  readonly kind:
    | "post-option-missing"
    | "post-option-too-long"
    | "post-option-not-offered"
    | "post-option-no-address"
    | "post-option-no-date";
  readonly option: string;
  readonly used: number;
  readonly max: number;
}

/**
 * Returns the problems of the values; empty if the network accepts them. Options that do not apply to this
 * post are not checked, because they are not sent.
 */
export function optionProblemsOf(
  options: readonly PostOption[],
  values: OptionValues,
  first: PostPart | undefined,
): OptionProblem[] {
  return openOptions(options, values, first).flatMap((option) => {
    const kind = faultOf(option, values[option.key]);
    if (!kind) return [];
    const used = lengthOf(values[option.key]);
    return [{ kind, option: option.key, used, max: option.max ?? 0 }];
  });
}

function faultOf(
  option: PostOption,
  value: string | true | undefined,
): OptionProblem["kind"] | undefined {
  if (value === undefined || (value !== true && isBlank(value)))
    return option.isRequired ? "post-option-missing" : undefined;
  if ((option.kind === "flag") !== (value === true)) return "post-option-not-offered";
  return value === true ? undefined : faultOfText(option, value);
}

function faultOfText(
  { kind, choices, isAsked, max = Infinity }: PostOption,
  value: string,
): OptionProblem["kind"] | undefined {
  if (lengthOf(value) > max) return "post-option-too-long";
  if (kind === "url" && !isAddress(value)) return "post-option-no-address";
  if (kind === "date" && !isDate(value)) return "post-option-no-date";
  return kind === "choice" && !isOffered(choices, isAsked, value)
    ? "post-option-not-offered"
    : undefined;
}

/** Choices that are read from the account cannot be checked without asking its network. */
function isOffered(
  choices: PostOption["choices"] = [],
  isAsked: boolean | undefined,
  value: string,
): boolean {
  return isAsked === true || choices.includes(value);
}

function lengthOf(value: string | true | undefined): number {
  return typeof value === "string" ? Array.from(value.trim()).length : 0;
}

function isAddress(value: string): boolean {
  const { protocol, hostname } = URL.parse(value.trim()) ?? { protocol: "", hostname: "" };
  return /^https?:$/.test(protocol) && hostname.includes(".");
}

/** Whether the text is a valid day, or a valid day and time. */
function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/.test(value)) return false;
  const read = new Date(`${value.slice(0, 10)}T${value.slice(11) || "00:00"}:00Z`);
  return Number.isFinite(read.getTime()) && read.toISOString().startsWith(value.slice(0, 10));
}
