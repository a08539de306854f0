/**
 * Position of an entry in a person's log, as text that sorts bytewise: by instant, then touchpoints before
 * the team's acts, then by the network's id. Our own ids are not used, because they follow the order of
 * arrival.
 */
export type Position = string;

/** Before every entry. */
export const firstPosition: Position = "";
/** After every entry: nothing is new, but time has passed. */
export const end: Position = "~";

/** Makes instants before 1970 sortable. It covers years from 1 on, which every database supports. */
const offset = 62_135_596_800_000;
const digits = 15;

export function positionOfTouchpoint(touchpoint: {
  readonly occurredAt: Date;
  readonly remoteId: string;
  readonly channel: string;
}): Position {
  const { occurredAt, remoteId, channel } = touchpoint;
  return `${stamp(occurredAt)}a${remoteId}\t${channel}`;
}

/** Position of a choice of stage or a thank-you. */
export function positionOfAct(at: Date, id: string): Position {
  return `${stamp(at)}b${id}`;
}

/** Compares bytewise, as the databases do. */
export function comparePositions(a: Position, b: Position): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** Returns the instant of a position and its touchpoint's keys; reading continues after it. */
export function readPosition(position: Position): { at: Date; remoteId: string; channel: string } {
  const at = new Date(position === "" ? -offset : Number(position.slice(0, digits)) - offset);
  const isAct = position[digits] === "b";
  const [remoteId = "", channel = ""] = position.slice(digits + 1).split("\t");
  // After an act, no touchpoint of the same instant can follow.
  return isAct
    ? { at: new Date(at.getTime() + 1), remoteId: "", channel: "" }
    : { at, remoteId, channel };
}

function stamp(at: Date): string {
  return String(at.getTime() + offset).padStart(digits, "0");
}
