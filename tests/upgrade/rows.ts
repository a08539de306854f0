import type { Delivery } from "#lib/publishing/delivery";

import { kinds, type Kind } from "./networks.ts";

/** A delivery to make: what is not named is as for one that was planned and never sent. */
export interface Wanted {
  readonly kind: Kind;
  readonly state: Delivery["state"];
  readonly reason: string | null;
  readonly how: string;
  readonly over: Partial<Delivery>;
  /** Something left whose bytes were kept. */
  readonly hasRequest: boolean;
}

const at = (time: string) => new Date(`2026-03-01T${time}:00Z`);
const left = { attempts: 1, doubts: 1, intentAt: at("11:40"), firstIntentAt: at("11:40") };
const planned = { plannedAt: at("11:40"), dueAt: at("11:59") };
const late = { plannedAt: at("10:30"), dueAt: at("10:30") };
const old = { plannedAt: at("08:00"), dueAt: at("11:59"), firstIntentAt: at("08:00") };
const gone = { leaseOwner: "worker-gone", leaseUntil: at("11:59"), fence: 3 };
const alive = { leaseOwner: "worker-alive", leaseUntil: at("12:03"), fence: 3 };
const candidates = [
  {
    remoteId: "remote-candidate",
    reference: { id: "remote-candidate" },
    url: "https://fake.example/candidate",
    text: "Hello",
    at: "2026-03-01T11:40:10.000Z",
  },
];

type Variant = readonly [Delivery["state"], string | null, string, Partial<Delivery>, boolean?];

const variants: readonly Variant[] = [
  ["scheduled", null, "due", planned],
  ["scheduled", null, "later", { plannedAt: at("13:00"), dueAt: at("13:00") }],
  ["scheduled", null, "late", late],
  ["scheduled", "look-first", "due", { ...late, plannedAt: at("11:30"), dueAt: at("11:30") }],
  ["scheduled", "look-first", "late", late],
  ["scheduled", "look-first", "later", { plannedAt: at("13:00"), dueAt: at("13:00") }],
  ["scheduled", "look-first", "after a doubt", { ...left, ...planned }, true],
  ["scheduled", "not-there", "due", { ...left, ...planned }, true],
  ["scheduled", "not-there", "late", { ...left, ...late, firstIntentAt: at("10:31") }, true],
  ["scheduled", "probe", "due", { ...left, ...planned }, true],
  ["scheduled", "probe", "for the second time", { ...left, ...planned, doubts: 2 }, true],
  ["scheduled", "unreachable", "due", { ...planned, setbacks: 2, fence: 2 }],
  ["scheduled", "unreachable", "late", { ...late, setbacks: 5, fence: 5 }],
  ["scheduled", "unreachable", "after a doubt", { ...left, ...planned, setbacks: 1 }, true],
  ["scheduled", "network-limit", "due", { ...planned, fence: 1 }],
  ["scheduled", "reconnect", "due", { ...planned, fence: 1 }],
  ["scheduled", "out-of-credit", "due", { ...planned, fence: 1 }],
  ["scheduled", "sending-stopped", "due", { ...planned, fence: 1 }],
  ["scheduled", "monthly-cap", "due", planned],
  ["claimed", null, "lost", { ...planned, ...gone }],
  ["claimed", null, "held", { ...planned, ...alive }],
  ["claimed", null, "lost for the twelfth time", { ...old, ...gone, setbacks: 12 }],
  ["claimed", "not-there", "lost", { ...left, ...planned, ...gone }, true],
  ["claimed", "unreachable", "lost", { ...planned, ...gone, setbacks: 1 }],
  ["sending", null, "lost", { ...left, doubts: 0, ...planned, ...gone }, true],
  ["sending", null, "held", { ...left, doubts: 0, ...planned, ...alive }, true],
  ["sending", "not-there", "lost", { ...left, ...planned, ...gone, attempts: 2 }, true],
  ["unknown", null, "due", { ...left, ...planned }, true],
  ["unknown", "no-answer", "due", { ...left, ...planned }, true],
  ["unknown", "no-answer", "worn out", { ...left, ...old, setbacks: 12 }, true],
  ["unknown", "no-answer", "not seen once", { ...left, ...planned, absences: 1 }, true],
  ["unknown", "no-answer", "sent twelve times", { ...left, ...planned, attempts: 12 }, true],
  ["unknown", "duplicate", "due", { ...left, ...planned }, true],
  ["unknown", "duplicate", "without a doubt", { ...left, doubts: 0, ...planned }, true],
  ["unknown", "duplicate", "not seen thrice", { ...left, ...planned, absences: 3 }, true],
  ["unknown", "duplicate", "worn out", { ...left, ...old, setbacks: 12 }, true],
  ["unknown", "restored", "never sent", planned],
  ["unknown", "restored", "sent before", { ...left, ...planned }, true],
  ["unknown", "restored", "long ago", { ...left, ...old }, true],
  ["unknown", "look-first", "never sent", planned],
  ["unknown", "reconnect", "due", { ...left, ...planned }, true],
  ["unknown", "no-answer", "told", { ...left, ...planned, toldAt: at("11:58") }, true],
  ["reconciling", "no-answer", "lost", { ...left, ...planned, ...gone }, true],
  ["reconciling", "no-answer", "held", { ...left, ...planned, ...alive }, true],
  ["reconciling", "duplicate", "lost", { ...left, ...planned, ...gone }, true],
  ["reconciling", "restored", "lost", { ...planned, ...gone }],
  ["reconciling", "look-first", "lost", { ...planned, ...gone }],
  ["needs_person", "still-unknown", "bare", { ...left, ...planned }, true],
  ["needs_person", "still-unknown", "candidates", { ...left, ...planned, candidates }, true],
  ["needs_person", "duplicate", "bare", { ...left, ...planned }, true],
  [
    "needs_person",
    "by-hand",
    "bare",
    { ...planned, fence: 1, composerUrl: "https://fake.example/compose" },
  ],
  ["needs_person", "restored", "never sent", { ...planned, fence: 2 }],
  ["needs_person", "restored", "candidates", { ...left, ...planned, candidates }, true],
  ["needs_person", "account-disconnected", "bare", { ...left, ...planned }, true],
  ["missed", "too-late", "bare", late],
  ["missed", "too-late", "in doubt", { ...left, ...late }, true],
  ["missed", "unreachable-in-time", "bare", { ...late, setbacks: 4, fence: 4 }],
  ["failed", "invalid", "bare", { ...planned, attempts: 1, fence: 1, intentAt: at("11:40") }, true],
  [
    "failed",
    "always-interrupted",
    "bare",
    { ...old, firstIntentAt: null, setbacks: 12, fence: 12 },
  ],
  ["cancelled", "skipped-late", "bare", late],
  ["cancelled", "rewritten", "bare", planned],
  ["cancelled", "unscheduled", "bare", { ...planned, fence: 1 }],
];

/** Every state with every reason that decides something in it, on every class of network. */
export const wanted: readonly Wanted[] = variants.flatMap(
  ([state, reason, how, over, hasRequest = false]) =>
    kinds
      .filter((kind) => isPossible(kind, reason))
      .map((kind) => ({ kind, state, reason, how, over, hasRequest })),
);

function isPossible(kind: Kind, reason: string | null): boolean {
  if (reason === "probe") return kind === "refusal-only";
  return reason !== "not-there" || (kind !== "refusal-only" && kind !== "listing");
}
