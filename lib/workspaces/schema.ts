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
    /** argon2id hash; null for users who only sign in with OpenID. */
    passwordHash: text(),
    /** `<issuer>|<subject>`. */
    openIdSubject: text(),
    locale: choice(["en", "nl"]).notNull(),
    timeZone: text().notNull(),
    theme: choice(["system", "light", "dark"]).notNull(),
    /** Whether notifications are sent as e-mail too. */
    wantsMail: flag().notNull(),
    /** When the address was confirmed to be the user's; null if it was only typed. */
    emailProvenAt: instant(),
    createdAt: instant().notNull(),
  },
  (user) => [
    uniqueIndex("users_email").on(user.email),
    uniqueIndex("users_open_id").on(user.openIdSubject),
  ],
);

/** One row per signed-in browser; deleting it ends the session. */
export const sessions = table(
  "sessions",
  {
    /** Fingerprint of the browser's token; the token itself is not stored. */
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
    /** Part of the URL: `/noorderwol/today`. */
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
    /** Raised by every change of the settings or of stage names. */
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
    /** Only this address may accept; null: anyone with the link. */
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

/** Stages of a workspace, created from a template; the workspace may rename, add and replace them. */
export const stages = table(
  "stages",
  {
    id: id(),
    workspaceId: text().notNull(),
    /** Identifies the stage and its meaning (`meaningOf`): `awareness`, `awareness-2`, … */
    key: text().notNull(),
    position: integer().notNull(),
    /** Null: the product's name, in the reader's language. */
    name: text(),
    medianDwellDays: integer().notNull(),
    isPostPurchase: flag().notNull(),
  },
  (stage) => [uniqueIndex("stages_key").on(stage.workspaceId, stage.key)],
);
