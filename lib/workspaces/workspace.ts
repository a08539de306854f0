import type { Role } from "../kernel/context.ts";
import type { DraftSettings } from "./draft-settings.ts";
import type { JourneySettings } from "./journey-settings.ts";
import type { QueueSettings } from "./queue-settings.ts";
import type { memberships, users, workspaces } from "./schema.ts";

export type User = typeof users.$inferSelect;
export type Workspace = typeof workspaces.$inferSelect;
export type Membership = typeof memberships.$inferSelect;

export interface WorkspaceSettings {
  /** Shout-outs suggested at most, a week. */
  readonly shoutOutsPerWeek: number;
  /** Percent of those whom the product would suggest who are not, by chance; absent: none. */
  readonly heldOutPercent?: number | undefined;
  readonly publicCooldownDays: number;
  readonly privateCooldownDays: number;
  /** A post this much overdue is not sent without asking (the machine was off). */
  readonly lateMinutes: number;
  readonly whenTooLate: "ask" | "publish" | "skip";
  /** Posts planned for each stage in 14 days; absent stages have no plan. */
  readonly plan: Readonly<Record<string, number>>;
  /** Absent where nothing was changed: then `defaultJourneySettings` hold. */
  readonly journey?: JourneySettings | undefined;
  /** How thank-yous are drafted; absent: `defaultDraftSettings`. */
  readonly drafts?: DraftSettings | undefined;
  /** When each account posts; absent: `defaultQueueSettings`. */
  readonly queue?: QueueSettings | undefined;
}

export const defaultSettings: WorkspaceSettings = {
  shoutOutsPerWeek: 5,
  publicCooldownDays: 30,
  privateCooldownDays: 7,
  lateMinutes: 60,
  whenTooLate: "ask",
  plan: {},
};

type SettingsChange = { [Key in keyof WorkspaceSettings]?: WorkspaceSettings[Key] | undefined };

/** What is absent stays; a stage planned for no posts has no plan. */
export function changedSettings(
  before: WorkspaceSettings,
  change: SettingsChange,
): WorkspaceSettings {
  const given = Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  ) as Partial<WorkspaceSettings>;
  const plan = Object.entries({ ...before.plan, ...change.plan }).filter(([, posts]) => posts > 0);
  return { ...before, ...given, plan: Object.fromEntries(plan) };
}

export const roles = ["viewer", "editor", "manager", "owner"] as const satisfies readonly Role[];

/** Somebody must always be able to manage the members. */
export function isLastOwner(members: readonly Membership[], userId: string): boolean {
  const owners = members.filter((member) => member.role === "owner");
  return owners.length === 1 && owners[0]?.userId === userId;
}
