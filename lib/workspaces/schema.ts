import {
  choice,
  flag,
  id,
  index,
  instant,
  integer,
  json,
  table,
  text,
  uniqueIndex,
} from "../db/columns.ts";
import type { WorkspaceSettings } from "./workspace.ts";

export const users = table(
  "users",
  {
    id: id(),
    /** Lower case. */
    email: text().notNull(),
    name: text().notNull(),
    /** argon2id; null for people who sign in through OpenID only. */
    passwordHash: text(),
    /** `<issuer>|<subject>`. */
    openIdSubject: text(),
    locale: choice(["en", "nl"]).notNull(),
    timeZone: text().notNull(),
    theme: choice(["system", "light", "dark"]).notNull(),
    /** An e-mail where something waits for a person. */
    wantsMail: flag().notNull(),
    /** Since when `email` is known to be theirs; null where somebody only typed it. */
    emailProvenAt: instant(),
    createdAt: instant().notNull(),
  },
  (user) => [
    uniqueIndex("users_email").on(user.email),
    uniqueIndex("users_open_id").on(user.openIdSubject),
  ],
);

/** One row for each browser that is signed in: no row, no session. */
export const sessions = table(
  "sessions",
  {
    /** Of the token that the browser holds; the token itself is nowhere. */
    id: id(),
    userId: text().notNull(),
    startedAt: instant().notNull(),
    endsAt: instant().notNull(),
  },
  (session) => [
    index("sessions_user").on(session.userId),
    index("sessions_end").on(session.endsAt),
  ],
);

export const workspaces = table(
  "workspaces",
  {
    id: id(),
    /** In addresses: `/noorderwol/today`. */
    slug: text().notNull(),
    name: text().notNull(),
    timeZone: text().notNull(),
    stageTemplate: choice([
      "canonical",
      "dictionary",
      "five-parts",
      "retail",
      "aida",
      "own",
    ]).notNull(),
    settings: json<WorkspaceSettings>().notNull(),
    isSample: flag().notNull(),
    /** Raised by every change of the settings, names of stages included. */
    version: integer().notNull().default(1),
    createdAt: instant().notNull(),
  },
  (workspace) => [uniqueIndex("workspaces_slug").on(workspace.slug)],
);

export const memberships = table(
  "memberships",
  {
    id: id(),
    workspaceId: text().notNull(),
    userId: text().notNull(),
    role: choice(["viewer", "editor", "manager", "owner"]).notNull(),
    createdAt: instant().notNull(),
  },
  (membership) => [
    uniqueIndex("memberships_once").on(membership.workspaceId, membership.userId),
    index("memberships_user").on(membership.userId),
  ],
);

export const invitations = table(
  "invitations",
  {
    id: id(),
    workspaceId: text().notNull(),
    role: choice(["viewer", "editor", "manager", "owner"]).notNull(),
    /** Only this address may accept; null for anyone who has the link. */
    email: text(),
    tokenFingerprint: text().notNull(),
    invitedBy: text().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
    acceptedBy: text(),
    withdrawnAt: instant(),
  },
  (invitation) => [
    uniqueIndex("invitations_token").on(invitation.tokenFingerprint),
    index("invitations_workspace").on(invitation.workspaceId),
  ],
);

/** The lanes of the stave. A template fills them; a workspace may rename and add. */
export const stages = table(
  "stages",
  {
    id: id(),
    workspaceId: text().notNull(),
    /** Says what the stage means (`meaningOf`): `awareness`, `awareness-2`, … */
    key: text().notNull(),
    position: integer().notNull(),
    /** Null: the product's own name in the reader's language. */
    name: text(),
    medianDwellDays: integer().notNull(),
    isPostPurchase: flag().notNull(),
  },
  (stage) => [uniqueIndex("stages_key").on(stage.workspaceId, stage.key)],
);
