import type { Runtime } from "../kernel/context.ts";
import type { OutgoingPart } from "../networks/contract/connector.ts";
import type { Json, ReplyTarget } from "../networks/contract/remote.ts";
import type { Delivery } from "./delivery.ts";
import { listThread } from "./repository.ts";

/** Returns what the connector prepares: the snapshot of the part, as a reply to the part before it. */
export async function outgoingPart(runtime: Runtime, delivery: Delivery): Promise<OutgoingPart> {
  const before = delivery.part === 1 ? [] : await listThread(runtime.db, delivery, "before");
  const { text, images, video, language, poll, warning, visibility, options, disclosure } =
    delivery.snapshot;
  return {
    key: delivery.id,
    text,
    images,
    video,
    language: language ?? undefined,
    poll,
    warning,
    visibility,
    options: options ?? {},
    disclosure,
    replyTo: replyTargetOf(delivery, before),
    createdAt: latest(runtime.clock.now(), delivery.plannedAt),
  };
}

/** A part that is prepared ahead of its time gets the planned time as its creation time. */
function latest(now: Date, plannedAt: Date): Date {
  return now < plannedAt ? plannedAt : now;
}

/**
 * Returns what the part replies to: the part before it, in the thread of the first part or of what the first
 * part answers.
 */
export function replyTargetOf(
  delivery: Pick<Delivery, "snapshot">,
  before: readonly Pick<Delivery, "snapshot" | "reference">[],
): ReplyTarget | undefined {
  const [first] = before;
  const last = before.at(-1);
  if (!first || !last) return delivery.snapshot.replyTo ?? undefined;
  const root: Json = first.snapshot.replyTo?.root ?? first.reference;
  return { root, parent: last.reference };
}
