import type { Translate } from "../i18n/translator.ts";
import type { Attempt, Delivery } from "./delivery.ts";

/** One line of a delivery's history, in sentences. */
export interface ToldStep {
  readonly id: string;
  readonly at: Date;
  readonly happened: string;
  /** The network's own words, or an address. */
  readonly said: string | undefined;
  readonly status: number | undefined;
  /** What was decided, and why where the first sentence does not say it already. */
  readonly decided: string;
}

export interface Teller {
  readonly tell: Translate;
  readonly has: (key: string) => boolean;
  /** Writes a time by the workspace's clock. */
  readonly moment: (at: Date) => string;
  /** The network's name as people write it. */
  readonly network: string;
}

/** Every attempt, oldest first: what happened, what came back, what was decided and why. */
export function tellHistory(
  { history, createdAt, id }: Pick<Delivery, "createdAt" | "id"> & { history: readonly Attempt[] },
  teller: Teller,
): ToldStep[] {
  const { tell } = teller;
  const made = { id: `${id}-made`, at: createdAt, happened: tell("history.made"), decided: "" };
  return [
    { ...made, said: undefined, status: undefined },
    ...history.map((attempt) => toldStep(attempt, teller)),
  ];
}

function toldStep(attempt: Attempt, teller: Teller): ToldStep {
  const { id, at, httpStatus, excerpt } = attempt;
  return {
    id,
    at,
    happened: happenedOf(attempt, teller),
    said: excerpt ?? undefined,
    status: httpStatus ?? undefined,
    decided: decidedOf(attempt, teller),
  };
}

function decidedOf({ decided, why, nextAt }: Attempt, teller: Teller): string {
  const state = nextAt ? `${decided}-at` : decided;
  const when = nextAt ? teller.moment(nextAt) : "";
  const sentence = known(teller, `history.decided.${state}`, when);
  const reason = why ? known(teller, `delivery.reasons.${why}`) : "";
  return [sentence, reason].filter(Boolean).join(" ");
}

/** Asking and sending have the same outcomes but are told differently. */
function happenedOf({ phase, outcome }: Attempt, teller: Teller): string {
  const own = known(teller, `history.steps.${phase}-${outcome}`);
  return own || known(teller, `history.steps.${outcome}`);
}

/** A text that is missing must not take the rest of the history away. */
function known({ tell, has, network }: Teller, key: string, when = ""): string {
  return has(key) ? tell(key, { network, when }) : "";
}
