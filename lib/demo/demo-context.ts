import type { Account } from "../accounts/account.ts";
import { connectAccount } from "../accounts/connect-account.ts";
import type { Context, Runtime } from "../kernel/context.ts";
import { addDays, instantOf, localDay } from "../kernel/local-time.ts";
import { changeWorkspace } from "../workspaces/change-workspace.ts";
import { listStages } from "../workspaces/list-stages.ts";
import { setUpOwner } from "../workspaces/set-up-owner.ts";
import type { StageKey } from "../workspaces/stage.ts";
import { valueOf } from "./value-of.ts";

export const timeZone = "Europe/Amsterdam";
export const signIn = { email: "demo@shoutloop.example", password: "wol en wandelen" };

/** Planned posts per two weeks: some stages reach the number, others do not. */
const plan = { awareness: 3, consideration: 2, purchase: 1, retention: 2, advocacy: 3 };

/** A clock that only the sample's script moves. */
interface MovingClock {
  now(): Date;
  set(at: Date): void;
}

export interface DemoContext {
  readonly ctx: Context;
  readonly clock: MovingClock;
  readonly account: Account;
  readonly stageIds: ReadonlyMap<StageKey, string>;
  /** `YYYY-MM-DD` in the sample's time zone. */
  readonly firstDay: string;
  readonly today: string;
}

/** Creates the sample's workspace on its first day, with a practice account. */
export async function createDemoContext(
  runtime: Runtime,
  { days, now }: { days: number; now: Date },
): Promise<DemoContext> {
  const today = localDay(now, timeZone);
  const firstDay = addDays(today, -days);
  const clock = movingClock(timeOf(firstDay, "07:00"));
  const opened = { ...runtime, clock };
  const owner = valueOf(
    await setUpOwner(opened, {
      ...signIn,
      name: "Geertje Noorderhoek",
      workspaceName: "Noorderwol",
      timeZone,
      locale: "en",
      isSample: true,
    }),
  );
  const actor = { id: owner.userId, role: "owner" as const };
  const ctx: Context = { ...opened, workspaceId: owner.workspaceId, actor };
  valueOf(await changeWorkspace(ctx, { settings: { plan } }));
  const answers = { name: "Noorderwol" };
  const account = valueOf(await connectAccount(ctx, { network: "practice", answers }));
  const stages = await listStages(ctx);
  const stageIds = new Map(stages.map((stage) => [stage.key as StageKey, stage.id]));
  return { ctx, clock, account, stageIds, firstDay, today };
}

/** Returns the instant of a wall-clock time (`HH:mm`) on a day in the sample's time zone. */
export function timeOf(day: string, time: string): Date {
  const instant = instantOf(`${day}T${time}`, timeZone);
  if (instant.kind === "unreadable") throw new Error(`${day} ${time} is no time.`);
  return instant.at;
}

function movingClock(start: Date): MovingClock {
  let at = start;
  return { now: () => at, set: (next) => void (at = next) };
}
