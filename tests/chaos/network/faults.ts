import { draw, pick } from "../random.ts";
import type { Kind } from "./kinds.ts";

/** What becomes of a request to publish before it is looked at. */
const before = [
  "reset-before",
  "error-before",
  "hang",
  "limited",
  "expired",
  "expired-and-slow",
] as const;

export type BeforeFault = (typeof before)[number];

/** What becomes of the answer to a request that was accepted. */
export type AfterFault =
  | "reset-after"
  | "error-after"
  | "gateway-timeout-after"
  | "truncated-after"
  | "page-after"
  | "slow-body"
  | "endless-body";

export type PublishFault = BeforeFault | AfterFault | "accepted-late";

export function isBefore(fault: PublishFault): fault is BeforeFault {
  return (before as readonly PublishFault[]).includes(fault);
}

export type ReadFault = "unavailable" | "reset" | "truncated" | "limited" | "slow";

/** Which faults a network has; the same request in its turn always has the same. */
export interface Weather {
  publish(kind: Kind, key: string, nth: number): PublishFault | undefined;
  read(key: string, nth: number): ReadFault | undefined;
  /** Whether the network will never take this. */
  refuses(key: string): boolean;
}

const mostFaultyPublishes = 4;
const mostFaultyReads = 4;

const publishFaults = [
  ["reset-before", 0.05],
  ["error-before", 0.04],
  ["hang", 0.03],
  ["limited", 0.02],
  ["expired", 0.02],
  ["expired-and-slow", 0.01],
  ["reset-after", 0.06],
  ["error-after", 0.05],
  ["gateway-timeout-after", 0.03],
  ["truncated-after", 0.04],
  ["page-after", 0.02],
  ["slow-body", 0.02],
  ["endless-body", 0.02],
  ["accepted-late", 0.05],
] as const;

const readFaults = [
  ["unavailable", 0.1],
  ["reset", 0.05],
  ["truncated", 0.03],
  ["limited", 0.01],
  ["slow", 0.03],
] as const;

/** Every fault there is, to about half of all requests; nobody has bad luck for ever. */
export function foulWeather(seed: number): Weather {
  return {
    publish: (_kind, key, nth) =>
      nth > mostFaultyPublishes ? undefined : pick(draw(seed, "publish", key, nth), publishFaults),
    read: (key, nth) =>
      nth > mostFaultyReads ? undefined : pick(draw(seed, "read", key, nth), readFaults),
    refuses: (key) => draw(seed, "refuses", key) < 0.01,
  };
}

export const fairWeather: Weather = {
  publish: () => undefined,
  read: () => undefined,
  refuses: () => false,
};

/** The first request for every post is left in doubt, half of them accepted: for crashes while asking. */
export function doubtfulWeather(seed: number): Weather {
  return {
    ...fairWeather,
    publish: (_kind, key, nth) => {
      if (nth > 1) return undefined;
      return draw(seed, "doubt", key) < 0.5 ? "reset-before" : "reset-after";
    },
  };
}
