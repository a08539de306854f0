import type { Db } from "../db/store.ts";
import type { Delivery } from "./delivery.ts";
import { mustSearchFirst } from "./recovery.ts";
import { findPostAge, findSafeModeAt } from "./safe-mode-repository.ts";

/** `mustSearchFirst` for a delivery and its post; `asked` where a person answers for it. */
export async function isSearchedFirst(
  db: Db,
  delivery: Pick<Delivery, "workspaceId" | "postId" | "createdAt">,
  asked?: Delivery,
): Promise<boolean> {
  return mustSearchFirst(await findPostAge(db, delivery), await findSafeModeAt(db), asked);
}
