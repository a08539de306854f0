import type { OutgoingPart } from "#lib/networks/contract/connector";
import type { Limits } from "#lib/networks/contract/limits";
import type { NetworkManifest } from "#lib/networks/contract/manifest";
import type { OptionValues, PostOption } from "#lib/networks/contract/post-options";
import type { Session } from "#lib/networks/contract/session";

import type { Expected } from "./network-under-test.ts";

type Choice = Pick<OutgoingPart, "text" | "images" | "options" | "disclosure">;

/** Posts that together have every option with each of its choices; the first has a picture where there can be one. */
export function choicesOf({
  postOptions = [],
  disclosure = {},
  limits,
}: NetworkManifest): Choice[] {
  const most = Math.max(0, ...postOptions.map(({ choices = [] }) => choices.length || 1));
  const images = limits.images.max > 0 ? [{ mediaId: "red", alt: "Red" }] : [];
  const said = { ai: disclosure.ai?.[0], isPaid: disclosure.isPaid };
  return Array.from({ length: most }, (_, round) => ({
    text: `Chosen ${round}`,
    images: round === 0 ? images : [],
    options: valuesOf(postOptions, round),
    disclosure: said,
  }));
}

/** Each option once, by the choices in their order. */
function valuesOf(options: readonly PostOption[], round: number): OptionValues {
  const samples = {
    text: "Wool, & more.",
    url: "https://shop.example/wool",
    date: "2026-12-24T10:00",
  };
  return Object.fromEntries(
    options.map(({ key, kind, choices = [] }) => {
      if (kind === "flag") return [key, true];
      if (kind === "choice") return [key, choices[round % choices.length] ?? ""];
      return [key, samples[kind]];
    }),
  );
}

/** As much of everything as the network has. */
export function optionsOf({ poll, hasWarnings, visibilities }: Limits) {
  const asked = { options: ["Red", "Blue"], minutes: poll?.minutesMin ?? 60 };
  return {
    ...(poll ? { poll: { ...asked, isMultiple: poll.hasMultiple } } : {}),
    ...(hasWarnings ? { warning: "About wool" } : {}),
    ...(visibilities ? { visibility: visibilities[1] } : {}),
  };
}

export function definedOnly(expected: Expected): Expected {
  const { onRemoteId, ...rest } = expected;
  return onRemoteId === undefined ? rest : expected;
}

export function earlierOf(one: Date, other: Date): Date {
  return one < other ? one : other;
}

/** Writes down how long each request may take. */
export function timed(session: Session, times: number[]): Session {
  const { http } = session;
  const send: typeof http.send = (address, request) => {
    times.push(request?.timeoutMs ?? Infinity);
    return http.send(address, request);
  };
  return { ...session, http: { ...http, send } };
}
