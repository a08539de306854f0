import type { Db } from "../db/store.ts";
import { batchesOf } from "../kernel/batches.ts";
import type { Context } from "../kernel/context.ts";
import { listIdentitiesWithHandles } from "./identity-repository.ts";
import type { Identity } from "./person.ts";

const handlesPerQuery = 500;

/** Returns known identities by `<network> <handle in lower case>`. */
export async function listIdentitiesByHandle(
  db: Db,
  ctx: Pick<Context, "workspaceId">,
  wanted: readonly { readonly network: string; readonly handle: string }[],
): Promise<Map<string, Identity>> {
  const found = new Map<string, Identity>();
  for (const network of new Set(wanted.map((one) => one.network))) {
    const onNetwork = wanted.filter((one) => one.network === network);
    const handles = [...new Set(onNetwork.map(({ handle }) => handle.toLowerCase()))];
    for (const batch of batchesOf(handles, handlesPerQuery))
      for (const identity of await listIdentitiesWithHandles(db, ctx.workspaceId, network, batch))
        found.set(`${network} ${identity.handle.toLowerCase()}`, identity);
  }
  return found;
}
