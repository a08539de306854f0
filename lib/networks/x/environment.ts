import type { NetworkSetting } from "../contract/manifest.ts";
import { readPrices } from "./read-prices.ts";
import { usualSettings, type XSettings } from "./settings.ts";

const ownServer = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\]):\d{1,5}$/;

export const settings: readonly NetworkSetting[] = [
  {
    variable: "X_SERVER",
    problem: "bad-x-server",
    /** Only a server on this machine, so that no credentials are sent elsewhere. */
    isUsable: (value) => ownServer.test(value),
    isServer: true,
  },
  {
    variable: "X_PRICES",
    problem: "bad-x-prices",
    isUsable: (value) => readPrices(value) !== undefined,
  },
  {
    variable: "X_READING_PER_DAY",
    problem: "bad-amount",
    isUsable: (value) => /^\d{1,6}(\.\d{1,6})?$/.test(value),
  },
];

/** Returns the settings from `X_SERVER`, `X_PRICES` and `X_READING_PER_DAY`, which are checked at start. */
export function settingsFrom(variables: Readonly<Record<string, string>>): XSettings {
  const { X_SERVER: server, X_PRICES: prices = "", X_READING_PER_DAY: perDay } = variables;
  const { post, link, reply, alt, readOwnPost, readPost, readLike, readPerson } =
    readPrices(prices) ?? {};
  return {
    api: server?.trim() || usualSettings.api,
    web: server?.trim() || usualSettings.web,
    prices: { ...usualSettings.prices, ...inMicros({ post, link, reply, alt }) },
    reading: {
      ...usualSettings.reading,
      ...inMicros({ ownPost: readOwnPost, post: readPost, like: readLike, person: readPerson }),
    },
    readingPerDay: perDay?.trim() ? micros(Number(perDay)) : usualSettings.readingPerDay,
  };
}

function inMicros<Name extends string>(
  amounts: Readonly<Record<Name, number | undefined>>,
): Partial<Record<Name, number>> {
  const given = Object.entries<number | undefined>(amounts).flatMap(([name, amount]) =>
    amount === undefined ? [] : [[name, micros(amount)]],
  );
  return Object.fromEntries(given);
}

function micros(amount: number): number {
  return Math.round(amount * 1_000_000);
}
