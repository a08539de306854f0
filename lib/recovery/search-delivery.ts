import { withSession } from "../accounts/with-session.ts";
import { listBound } from "../deliveries/bound-posts-repository.ts";
import type { ReconcileAnswer } from "../deliveries/delivery-event.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import { outgoingPart } from "../deliveries/outgoing-part.ts";
import { findPostAge } from "../deliveries/search-first-repository.ts";
import { requestFreshMs } from "../deliveries/sent-request.ts";
import type { Runtime } from "../kernel/context.ts";
import type { Asked, Connector } from "../networks/contract/connector.ts";
import type { Session } from "../networks/contract/session.ts";
import { listSafeModes } from "./safe-mode-repository.ts";

/**
 * Posts may carry the time at which they were prepared, which is up to `requestFreshMs` before the first intent
 * to send them, by a clock that may differ by five minutes.
 */
const skewMs = requestFreshMs + 5 * 60_000;

/**
 * Searches the network for a delivery whose sending the database may have lost: by its stored request if
 * there is one, else by its content, back to the time from which the database has no information. A network
 * that cannot be searched counts as "not found". Sends nothing.
 */
export async function searchDelivery(
  runtime: Runtime,
  claimed: Delivery,
): Promise<ReconcileAnswer> {
  const { accountId: id, workspaceId } = claimed;
  const asked: Asked = {
    firstIntentAt: await forgottenSince(runtime, claimed),
    bound: (remoteIds) => listBound(runtime.db, claimed, remoteIds),
  };
  const part = await outgoingPart(runtime, claimed);
  return withSession(runtime, { id, workspaceId }, async (session, connector) => {
    const recorded = await askByBytes(session, connector, claimed, asked);
    const isOpen = recorded.kind === "absent" || recorded.kind === "not-shown";
    if (!isOpen || !connector.search) return recorded;
    const found = await connector.search(session, part, asked);
    // If neither look finds the post, the less certain answer is returned.
    const answer = found.kind === "absent" && recorded.kind === "not-shown" ? recorded : found;
    return { ...answer, cost: (recorded.cost ?? 0) + (found.cost ?? 0) };
  });
}

async function askByBytes(
  session: Session,
  connector: Connector,
  { request }: Delivery,
  asked: Asked,
): ReturnType<Connector["reconcile"]> {
  return request ? connector.reconcile(session, request, asked) : { kind: "absent" };
}

/**
 * Returns the earliest time from which the database may lack information about the post, minus the tolerance.
 */
async function forgottenSince({ db }: Runtime, delivery: Delivery): Promise<Date> {
  const { firstIntentAt } = delivery;
  const { createdAt } = await findPostAge(db, delivery);
  const modes = await listSafeModes(db);
  const since = modes.filter(({ enteredAt }) => enteredAt >= createdAt).map((mode) => mode.since);
  const times = [...since, ...(firstIntentAt ? [firstIntentAt] : [])];
  const earliest = times.length > 0 ? Math.min(...times.map(Number)) : createdAt.getTime();
  return new Date(earliest - skewMs);
}
