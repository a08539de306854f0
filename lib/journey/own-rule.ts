import { channelNamed } from "../engagement/channel.ts";
import type { Touchpoint } from "../engagement/touchpoint.ts";
import { foldText } from "../kernel/fold-text.ts";
import type { OwnRule } from "../workspaces/journey-settings.ts";
import type { History } from "./touchpoint-history.ts";

type Asked = Pick<Touchpoint, "type" | "text" | "channel" | "stars" | "hasImage">;

/** Returns the first of the workspace's own rules that matches a touchpoint and is not switched off. */
export function ownRuleFor(
  own: readonly OwnRule[],
  touchpoint: Asked,
  history: Pick<History, "isPastBuyer">,
): OwnRule | undefined {
  return own.find(
    (rule) =>
      !rule.isOff &&
      (rule.type === "any" || rule.type === touchpoint.type) &&
      checks[rule.condition](rule.value, touchpoint, history.isPastBuyer),
  );
}

type Check = (value: string, touchpoint: Asked, isPastBuyer: boolean) => boolean;

const checks: Record<OwnRule["condition"], Check> = {
  always: () => true,
  words: (value, { text }) => foldText(text ?? "").includes(foldText(value)),
  channel: (value, { channel }) => channel === channelNamed(value),
  "stars-at-least": (value, { stars }) => stars !== null && stars >= Number(value),
  "stars-at-most": (value, { stars }) => stars !== null && stars <= Number(value),
  picture: (_value, { hasImage }) => hasImage,
  customer: (_value, _touchpoint, isPastBuyer) => isPastBuyer,
  "not-customer": (_value, _touchpoint, isPastBuyer) => !isPastBuyer,
};
