/** A place in the week, on the workspace's clock, at which an account may post. */
export interface Slot {
  readonly accountId: string;
  /** 1 is Monday, 7 Sunday. */
  readonly weekday: number;
  /** `HH:mm` */
  readonly time: string;
  /** For posts of this stage alone; null: for any. */
  readonly stageId: string | null;
}

export interface QueueSettings {
  /** An account has one slot at a time of the week, at most. */
  readonly slots: readonly Slot[];
  /** Whose slots are not given out for now. What is planned still goes out. */
  readonly pausedAccountIds: readonly string[];
}

export const defaultQueueSettings: QueueSettings = { slots: [], pausedAccountIds: [] };

/** In the order of the week. */
export function inWeekOrder(slots: readonly Slot[]): Slot[] {
  return slots.toSorted((one, other) => keyOf(one).localeCompare(keyOf(other)));
}

function keyOf({ weekday, time, accountId }: Slot): string {
  return `${weekday} ${time} ${accountId}`;
}
