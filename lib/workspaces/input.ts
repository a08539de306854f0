import { z } from "zod";

import { locales } from "../i18n/locale.ts";
import { isSeenName } from "../kernel/control-signs.ts";
import { isTimeZone } from "../kernel/local-time.ts";
import { stageTemplateNames } from "./stage.ts";
import { roles } from "./workspace.ts";

const name = z.string().trim().min(1).max(80).refine(isSeenName);
const email = z.string().trim().toLowerCase().pipe(z.email().max(254));
/** An empty name stands for the product's own name of the stage. */
export const stageName = z.string().trim().max(40).refine(isSeenName);
const timeZone = z.string().max(64).refine(isTimeZone);
const locale = z.enum(locales);
const themes = ["system", "light", "dark"] as const;

/** Long enough to resist guessing; the maximum keeps hashing cheap. */
export const password = z.string().min(10).max(200);

export const newWorkspaceInput = z.object({
  name,
  timeZone,
  stageTemplate: z.enum(stageTemplateNames).default("five-parts"),
  isSample: z.boolean().default(false),
});

export type NewWorkspaceInput = z.input<typeof newWorkspaceInput>;

export const removeSampleInput = z.object({
  /** Name of the workspace that replaces the sample. */
  ownName: z.union([z.literal("").transform(() => undefined), name]).optional(),
});

export type RemoveSampleInput = z.input<typeof removeSampleInput>;

export const setUpOwnerInput = z.object({
  email,
  name,
  password,
  workspaceName: name,
  timeZone,
  stageTemplate: z.enum(stageTemplateNames).default("five-parts"),
  locale: locale.default("en"),
  isSample: z.boolean().default(false),
});

export type SetUpOwnerInput = z.input<typeof setUpOwnerInput>;

export const inviteInput = z.object({
  role: z.enum(roles),
  email: z
    .union([z.literal("").transform(() => null), email])
    .nullable()
    .default(null),
});

export type InviteInput = z.input<typeof inviteInput>;

export const acceptInvitationInput = z.object({
  token: z.string().min(20).max(100),
  /** Absent if the person is signed in already. */
  newUser: z.object({ email, name, password, locale: locale.default("en") }).optional(),
});

export type AcceptInvitationInput = z.input<typeof acceptInvitationInput>;

export const memberInput = z.object({ userId: z.string().max(64) });

export const memberRoleInput = memberInput.extend({
  role: z.enum(roles),
  /** The role that was shown when the new one was chosen. */
  from: z.enum(roles).optional(),
});
export type MemberRoleInput = z.infer<typeof memberRoleInput>;

export const invitationInput = z.object({ invitationId: z.string().max(64) });

export const profileInput = z.object({
  name: name.optional(),
  locale: locale.optional(),
  timeZone: timeZone.optional(),
  theme: z.enum(themes).optional(),
  wantsMail: z.boolean().optional(),
});

export type ProfileInput = z.input<typeof profileInput>;

export const changePasswordInput = z.object({ current: z.string().max(200), next: password });

/** The version that the edit is based on; absent: other people's changes since are not checked. */
export const version = z.number().int().min(1).optional();

export const changeWorkspaceInput = z.object({
  version,
  name: name.optional(),
  timeZone: timeZone.optional(),
  settings: z
    .object({
      shoutOutsPerWeek: z.coerce.number().int().min(0).max(50),
      heldOutPercent: z.coerce.number().int().min(0).max(50),
      publicCooldownDays: z.coerce.number().int().min(0).max(365),
      privateCooldownDays: z.coerce.number().int().min(0).max(365),
      lateMinutes: z.coerce.number().int().min(0).max(10_080),
      whenTooLate: z.enum(["ask", "publish", "skip"]),
      plan: z.record(z.string().max(64), z.coerce.number().int().min(0).max(200)),
    })
    .partial()
    .optional(),
  /** Names by stage id; an empty one restores the product's name. */
  stageNames: z.record(z.string().max(64), stageName).optional(),
});

export type ChangeWorkspaceInput = z.input<typeof changeWorkspaceInput>;
