import { choice, id, index, instant, json, real, table, text } from "../db/columns.ts";
import { momentKinds } from "./moment-kinds.ts";
import { recognitionKinds } from "./recognition-kinds.ts";
import type { ScoreLine, ShoutOutDraft } from "./shout-out.ts";

/** An act that deserves a thank-you, while it is fresh. */
export const moments = table(
  "moments",
  {
    id: id(),
    workspaceId: text().notNull(),
    personId: text().notNull(),
    kind: choice(momentKinds).notNull(),
    touchpointId: text().notNull(),
    at: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (moment) => [
    index("moments_open").on(moment.workspaceId, moment.expiresAt),
    index("moments_person").on(moment.personId, moment.touchpointId),
  ],
);

/** A suggestion to thank a person, and what was decided about it. */
export const shoutOuts = table(
  "shout_outs",
  {
    id: id(),
    workspaceId: text().notNull(),
    personId: text().notNull(),
    identityId: text().notNull(),
    accountId: text().notNull(),
    momentId: text(),
    /** The act that the draft names. */
    touchpointId: text(),
    kind: choice(["public-mention", "reply", "by-hand", "private"]).notNull(),
    status: choice(["suggested", "accepted", "published", "done", "skipped", "expired"]).notNull(),
    score: real().notNull(),
    raw: real().notNull(),
    utility: real().notNull(),
    lines: json<ScoreLine[]>().notNull(),
    draft: json<ShoutOutDraft>().notNull(),
    needsCheck: choice(["no", "compliment"]).notNull(),
    postId: text(),
    skipReason: text(),
    createdAt: instant().notNull(),
    decidedAt: instant(),
    decidedBy: text(),
  },
  (shoutOut) => [
    index("shout_outs_status").on(shoutOut.workspaceId, shoutOut.status),
    index("shout_outs_person").on(shoutOut.personId),
    index("shout_outs_post").on(shoutOut.postId),
  ],
);

/**
 * People whom the product chose while a share is held out, assigned to groups by chance, so that the groups
 * can be compared. Belongs to an identity, so that merging people and undoing it move it along.
 */
export const trials = table(
  "trials",
  {
    /** `<person>/<quarter>`: one for each person and quarter. */
    id: id(),
    workspaceId: text().notNull(),
    identityId: text().notNull(),
    group: choice(["suggested", "held-out"]).notNull(),
    at: instant().notNull(),
    /** Touchpoints until then are compared. */
    watchedUntil: instant().notNull(),
    /** Until then the person is not assigned again, and a person held out is not suggested. */
    endsAt: instant().notNull(),
  },
  (trial) => [
    index("trials_when").on(trial.workspaceId, trial.watchedUntil),
    index("trials_identity").on(trial.identityId),
  ],
);

/**
 * The thank-yous that people got. A row is deleted only if its e-mail could not be sent, or with the person.
 */
export const recognitions = table(
  "recognitions",
  {
    id: id(),
    workspaceId: text().notNull(),
    personId: text().notNull(),
    /** The person to whom it belonged before a merge. Null without a merge. */
    mergedFrom: text(),
    kind: choice(recognitionKinds).notNull(),
    at: instant().notNull(),
    shoutOutId: text(),
    postId: text(),
    url: text(),
  },
  (recognition) => [
    index("recognitions_person").on(recognition.personId, recognition.at),
    index("recognitions_when").on(recognition.workspaceId, recognition.at),
  ],
);
