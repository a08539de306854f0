/** Where a worker can die or fall asleep, in the order a delivery passes them. */
export const ownPoints = [
  /** The claim is committed; nothing else has happened. */
  "claimed",
  /** `prepare` is done (the container is made); nothing of it is stored. */
  "prepared",
  /** In the transaction of the intent, before its commit. */
  "intent-committing",
  /** The intent is committed; no byte has left. */
  "intent-committed",
  /** The answer is read and not stored. */
  "answer-read",
  /** In the transaction of the outcome, before its commit. */
  "outcome-committing",
  /** The outcome is committed; nobody has answered its event. */
  "outcome-committed",
  /** Claimed to be asked after; nothing asked. */
  "reconcile-claimed",
  /** The network's answer to the question is read and not stored. */
  "reconcile-read",
  /** In the transaction of what was found. */
  "reconcile-committing",
] as const;

/** Where the network sees it: the worker that asks dies while its request is here. */
export const networkPoints = [
  /** All bytes have arrived; nothing is accepted, and nothing will be. */
  "request-received",
  /** Accepted; not a byte of the answer has left. */
  "request-accepted",
  /** Accepted; half of the answer has left. */
  "answer-half-sent",
] as const;

export const points = [...ownPoints, ...networkPoints] as const;

export type OwnPoint = (typeof ownPoints)[number];
export type NetworkPoint = (typeof networkPoints)[number];
export type Point = OwnPoint | NetworkPoint;

export function isNetworkPoint(point: Point): point is NetworkPoint {
  return (networkPoints as readonly Point[]).includes(point);
}

/** One delivery, as both sides know it. */
export function keyOf(account: string, text: string): string {
  return `${account}|${text}`;
}
