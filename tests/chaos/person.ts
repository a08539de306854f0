import { resolveDelivery } from "#lib/deliveries/resolve-delivery";

import type { Harness } from "./harness.ts";
import { listCases } from "./judge.ts";

/** Somebody looks at the account's page on the network and answers every question truly. Returns how many there were. */
export async function answerAll(harness: Harness): Promise<number> {
  const cases = await listCases(harness, { isOpenOnly: true });
  const asked = cases.filter(({ delivery }) => delivery.state === "needs_person");
  for (const { delivery, posts } of asked) {
    const [post] = posts;
    const offered = delivery.candidates?.find(({ remoteId }) => remoteId === post?.id);
    const answered = await resolveDelivery(harness.ctx, {
      deliveryId: delivery.id,
      answer: post ? "is-there" : "send-again",
      ...(offered && { candidateRemoteId: offered.remoteId }),
      ...(post && !offered && { url: `https://chaos.example/${post.id}` }),
    });
    if (!answered.ok) throw new Error(`A person's answer was refused: ${answered.refusal}`);
  }
  return asked.length;
}
