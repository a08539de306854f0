import type { Connector } from "../networks/contract/connector.ts";
import type { ExamineOutcome } from "../networks/contract/outcome.ts";
import type { Account } from "./account.ts";
import { fine, toDo, type Finding } from "./finding.ts";

const dayMs = 24 * 60 * 60_000;
const soonMs = 14 * dayMs;
const versionSoonMs = 90 * dayMs;
const mostOffMs = 2 * 60_000;

/**
 * Returns the findings that need no request: the account's state, its last readings, and what this
 * installation lacks.
 */
export function findInAccount(
  account: Account,
  connector: Connector,
  now: Date,
  hasPublicAddress: boolean,
): Finding[] {
  const { label: network, limits, versionEnds, hasReview } = connector;
  const isUnreachable = limits.images.isFetched === true && !hasPublicAddress;
  return [
    ...findInState(account, network, now),
    ...findInUse(account, network),
    ...(isUnreachable ? [toDo("pictures-unreachable", "notice", { network })] : []),
    ...(versionEnds ? findInVersion(network, new Date(versionEnds), now) : []),
    ...(hasReview ? [findInReview(connector)] : []),
  ];
}

/** Returns what the network's app review would unlock, in a text for each network. */
function findInReview({ label: network, network: key }: Connector): Finding {
  return { ...fine("review", { network }), remedy: `connect.${key}.review` };
}

/** Returns the last successes, and how much of the network's limits is used up. */
function findInUse(
  { lastCollectedAt, lastPublishedAt, allowances }: Account,
  network: string,
): Finding[] {
  const used = (allowances?.told ?? []).map(({ name, used: count, total }) => {
    const values = { network, name, count, total, at: new Date(allowances?.at ?? 0) };
    const isLow = count >= total * nearlyUsed;
    return isLow ? toDo("allowance-low", "notice", values) : fine("allowance", values);
  });
  return [
    ...(lastCollectedAt ? [fine("last-read", { network, at: lastCollectedAt })] : []),
    ...(lastPublishedAt ? [fine("last-post", { network, at: lastPublishedAt })] : []),
    ...used,
  ];
}

const nearlyUsed = 0.8;

function findInState(account: Account, network: string, now: Date): Finding[] {
  const { state, rateLimitedUntil, postsResumeAt, lastCollectedAt, connectedAt } = account;
  if (state === "paused") return [toDo("paused", "notice", { network })];
  if (state === "out_of_credit") return [toDo("out-of-credit", "problem", { network })];
  const until = [rateLimitedUntil, postsResumeAt].find((at) => at && at > now);
  const read = lastCollectedAt ?? connectedAt;
  const isLate = now.getTime() - read.getTime() > dayMs;
  return [
    ...(until ? [toDo("waits", "notice", { network, until })] : []),
    ...(isLate ? [toDo("not-read", "notice", { network, at: read })] : []),
  ];
}

function findInVersion(network: string, at: Date, now: Date): Finding[] {
  const left = at.getTime() - now.getTime();
  if (left > versionSoonMs) return [];
  return [toDo("version-ends", left > 0 ? "notice" : "problem", { network, at })];
}

/** Returns what the network said about the sign-in: permissions, its end, and whether it is a sandbox. */
export function findInSignIn(
  network: string,
  { permissions, endsAt, isSandbox }: Extract<ExamineOutcome, { kind: "examined" }>,
  now: Date,
): Finding[] {
  const allowed = permissions.map(({ name: permission, isGiven, isNeeded }) => {
    const values = { network, permission };
    if (isGiven) return fine("permission-given", values);
    return isNeeded
      ? toDo("permission-missing-to-post", "problem", values)
      : toDo("permission-missing", "notice", values);
  });
  const isSoon = endsAt !== undefined && endsAt.getTime() - now.getTime() < soonMs;
  const end = endsAt && { network, at: endsAt };
  return [
    ...allowed,
    ...(end ? [isSoon ? toDo("sign-in-ends", "notice", end) : fine("sign-in-lasts", end)] : []),
    ...(isSandbox ? [toDo("sandbox", "notice", { network })] : []),
  ];
}

/**
 * Compares this machine's clock with the network's. A wrong clock sends posts early or late and makes
 * sign-ins look expired.
 */
export function findInClock(network: string, told: Date | undefined, now: Date): Finding[] {
  const offMs = told ? Math.abs(now.getTime() - told.getTime()) : 0;
  if (offMs < mostOffMs) return [];
  return [toDo("clock-off", "problem", { network, minutes: Math.round(offMs / 60_000) })];
}
