import type { Db } from "../db/store.ts";
import type { Delivery } from "./delivery.ts";
import { findPostAge, findSafeModeAt } from "./search-first-repository.ts";
import { mustSearchFirst } from "./search-first.ts";

/**
 * Evaluates `mustSearchFirst` for a delivery and its post. `asked` is the delivery if a person answers for
 * it.
 */
export async function isSearchedFirst(
  db: Db,
  delivery: Pick<Delivery, "workspaceId" | "postId" | "createdAt">,
  asked?: Delivery,
): Promise<boolean> {
  return mustSearchFirst(await findPostAge(db, delivery), await findSafeModeAt(db), asked);
}
