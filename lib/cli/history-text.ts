import { describeHistory, type HistoryLine } from "../deliveries/describe-history.ts";
import type { DeliveryWithAttempts } from "../deliveries/show-delivery.ts";
import type { Context } from "../kernel/context.ts";
import { wallClock } from "../kernel/local-time.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import type { CommandContext } from "./command-context.ts";

export interface DeliveryHistory {
  readonly delivery: DeliveryWithAttempts;
  readonly steps: readonly HistoryLine[];
  /** The steps as lines of text, in the workspace's time zone. */
  readonly lines: readonly string[];
}

/** Returns the histories of deliveries as sentences. */
export async function deliveryHistories(
  ctx: Context,
  { tell }: Pick<CommandContext, "tell">,
  deliveries: readonly DeliveryWithAttempts[],
): Promise<DeliveryHistory[]> {
  const { timeZone } = await showWorkspace(ctx);
  const moment = (at: Date) => wallClock(at, timeZone).replace("T", " ");
  return deliveries.map((delivery) => {
    const network = ctx.networks.get(delivery.network).label;
    const steps = describeHistory(delivery, { tell, has: tell.has, moment, network });
    return { delivery, steps, lines: steps.map((step) => lineOf(step, moment)) };
  });
}

function lineOf(
  { at, happened, cameBack, said, address, decided }: HistoryLine,
  moment: (at: Date) => string,
) {
  const words = [happened, cameBack, said && `“${said}”`, address && `(${address})`, decided];
  return `  ${moment(at)}  ${words.filter(Boolean).join(" ")}`;
}
