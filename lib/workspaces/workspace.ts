import type { Role } from "../kernel/context.ts";
import type { DraftSettings } from "./draft-settings.ts";
import type { JourneySettings } from "./journey-settings.ts";
import type { QueueSettings } from "./queue-settings.ts";
import type { memberships, users, workspaces } from "./schema.ts";

export type User = typeof users.$inferSelect;
export type Workspace = typeof workspaces.$inferSelect;
export type Membership = typeof memberships.$inferSelect;

export interface WorkspaceSettings {
  /** Maximum number of shout-outs suggested per week. */
  readonly shoutOutsPerWeek: number;
  /** Percentage of people who are randomly left out of the suggestions, for comparison; absent: 0. */
  readonly heldOutPercent?: number | undefined;
  readonly publicCooldownDays: number;
  readonly privateCooldownDays: number;
  /**
   * A delivery that is overdue by more than this is too late, for example because the machine was off; then
   * `whenTooLate` applies.
   */
  readonly lateMinutes: number;
  readonly whenTooLate: "ask" | "publish" | "skip";
  /** Posts planned per 14 days, by stage key; stages that are absent have no plan. */
  readonly plan: Readonly<Record<string, number>>;
  /** Absent: `defaultJourneySettings`. */
  readonly journey?: JourneySettings | undefined;
  /** Settings for drafts of thank-yous; absent: `defaultDraftSettings`. */
  readonly drafts?: DraftSettings | undefined;
  /** Posting times of the accounts; absent: `defaultQueueSettings`. */
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

/**
 * Merges a change into the settings. Absent values stay; a stage with 0 planned posts is removed from the
 * plan.
 */
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

/** Whether the user is the only owner. A workspace must always have an owner who can manage its members. */
export function isLastOwner(members: readonly Membership[], userId: string): boolean {
  const owners = members.filter((member) => member.role === "owner");
  return owners.length === 1 && owners[0]?.userId === userId;
}
