/** A weekly time, in the workspace's time zone, at which an account may post. */
export interface Slot {
  readonly accountId: string;
  /** ISO weekday: 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** `HH:mm` */
  readonly time: string;
  /** Only for posts of this stage; null: for any post. */
  readonly stageId: string | null;
}

export interface QueueSettings {
  /** At most one slot per account and time of the week. */
  readonly slots: readonly Slot[];
  /** Accounts whose slots are not used for now. Posts that are planned already are still sent. */
  readonly pausedAccountIds: readonly string[];
}

export const defaultQueueSettings: QueueSettings = { slots: [], pausedAccountIds: [] };

/** Sorts slots by weekday and time. */
export function inWeekOrder(slots: readonly Slot[]): Slot[] {
  return slots.toSorted((one, other) => keyOf(one).localeCompare(keyOf(other)));
}

function keyOf({ weekday, time, accountId }: Slot): string {
  return `${weekday} ${time} ${accountId}`;
}
