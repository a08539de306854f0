import { withSession } from "../accounts/with-session.ts";
import type { JsonObject } from "../networks/contract/remote.ts";
import { atMost } from "./at-most.ts";
import type { PrepareAnswer } from "./delivery-event.ts";
import type { Delivery } from "./delivery.ts";
import { openImage } from "./open-image.ts";
import { outgoingPart } from "./outgoing-part.ts";
import type { Run } from "./run.ts";

export type Prepared = PrepareAnswer | { kind: "ready"; request: JsonObject };

/** Pictures are held whole while they are made to fit and uploaded. */
const withPictures = atMost(16);

/** What a delivery will send. May be done twice, so whatever goes wrong is "nothing was posted". */
export async function prepareRequest(run: Run, delivery: Delivery): Promise<Prepared> {
  const isHeavy = delivery.frozen.images.length > 0;
  return isHeavy ? withPictures(() => prepare(run, delivery)) : prepare(run, delivery);
}

async function prepare({ runtime }: Run, delivery: Delivery): Promise<Prepared> {
  const { id, accountId, workspaceId } = delivery;
  try {
    const part = await outgoingPart(runtime, delivery);
    const account = { id: accountId, workspaceId };
    return await withSession(runtime, account, (session, network, limits) => {
      const image = openImage(runtime, workspaceId, limits.images);
      return network.prepare({ ...session, image }, part);
    });
  } catch (error) {
    const detail = String(error);
    runtime.log.error({ deliveryId: id, error: detail }, "Preparing failed.");
    return { kind: "not-sent", detail };
  }
}
