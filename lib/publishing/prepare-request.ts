import { withSession } from "../accounts/with-session.ts";
import type { JsonObject } from "../networks/remote.ts";
import type { Delivery } from "./delivery.ts";
import { openImage } from "./open-image.ts";
import { outgoingPart } from "./outgoing-part.ts";
import type { Run } from "./run.ts";
import type { PrepareAnswer } from "./step.ts";

export type Prepared = PrepareAnswer | { kind: "ready"; request: JsonObject };

/** What a delivery will send. May be done twice, so whatever goes wrong is "nothing was posted". */
export async function prepareRequest({ installation }: Run, delivery: Delivery): Promise<Prepared> {
  const { id, accountId, workspaceId } = delivery;
  try {
    const part = await outgoingPart(installation, delivery);
    const account = { id: accountId, workspaceId };
    return await withSession(installation, account, (session, network, limits) => {
      const image = openImage(installation, workspaceId, limits.images);
      return network.prepare({ ...session, image }, part);
    });
  } catch (error) {
    const detail = String(error);
    installation.log.error({ deliveryId: id, error: detail }, "Preparing failed.");
    return { kind: "not-sent", detail };
  }
}
