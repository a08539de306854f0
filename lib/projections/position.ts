/**
 * Where an entry stands in a person's log, as text that sorts (byte by byte): by instant, then
 * touchpoints before what the team did, then by the network's own id. Ours would tell in which order
 * things arrived.
 */
export type Position = string;

/** Before every entry. */
export const firstPosition: Position = "";
/** Behind every entry: nothing is new, but time has passed. */
export const end: Position = "~";

/** Keeps instants before 1970 in order, too: from the year 1 on, which every database can say. */
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

/** Of a choice of stage or a thank-you. */
export function positionOfAct(at: Date, id: string): Position {
  return `${stamp(at)}b${id}`;
}

/** As the databases compare them. */
export function comparePositions(a: Position, b: Position): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** The instant of a position, and the touchpoint there: reading goes on behind it. */
export function readPosition(position: Position): { at: Date; remoteId: string; channel: string } {
  const at = new Date(position === "" ? -offset : Number(position.slice(0, digits)) - offset);
  const isAct = position[digits] === "b";
  const [remoteId = "", channel = ""] = position.slice(digits + 1).split("\t");
  // Behind an act there is no touchpoint of the same instant any more.
  return isAct
    ? { at: new Date(at.getTime() + 1), remoteId: "", channel: "" }
    : { at, remoteId, channel };
}

function stamp(at: Date): string {
  return String(at.getTime() + offset).padStart(digits, "0");
}
