import { withSession } from "../accounts/with-session.ts";
import { listBound } from "../deliveries/bound-posts-repository.ts";
import type { ReconcileAnswer } from "../deliveries/delivery-event.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import { outgoingPart } from "../deliveries/outgoing-part.ts";
import { findPostAge } from "../deliveries/search-first-repository.ts";
import type { Runtime } from "../kernel/context.ts";
import type { Asked, Connector, Session } from "../networks/contract/connector.ts";
import { listSafeModes } from "./safe-mode-repository.ts";

/** Posts carry the time at which they were made ready, and clocks differ. */
const skewMs = 5 * 60_000;

/**
 * Looks for a delivery that the database may have forgotten sending: by its bytes where they were
 * kept, else by its content, since when the database knows nothing. Where a network cannot be
 * searched it is as good as not found. Reads only.
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
    // Of two looks that see nothing, the more careful one counts.
    if (found.kind === "absent" && recorded.kind === "not-shown") return recorded;
    return { ...found, cost: (recorded.cost ?? 0) + (found.cost ?? 0) };
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

/** The earliest, where the database was put back more than once since the post was made. */
async function forgottenSince({ db }: Runtime, delivery: Delivery): Promise<Date> {
  const { firstIntentAt } = delivery;
  const { createdAt } = await findPostAge(db, delivery);
  const modes = await listSafeModes(db);
  const since = modes.filter(({ enteredAt }) => enteredAt >= createdAt).map((mode) => mode.since);
  const times = [...since, ...(firstIntentAt ? [firstIntentAt] : [])];
  const earliest = times.length > 0 ? Math.min(...times.map(Number)) : createdAt.getTime();
  return new Date(earliest - skewMs);
}
