import type { PublishOutcome } from "../contract/outcome.ts";
import type { JsonObject } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { callAs } from "./call.ts";
import { manifest } from "./manifest.ts";
import { bodyIn, isCarousel, publishedAs } from "./request.ts";
import type { PinterestSettings } from "./settings.ts";
import { onePin } from "./wire.ts";

/** Publishes a pin. There is no idempotency key: after an unclear answer the pin may exist. */
export async function publish(
  session: Session,
  settings: PinterestSettings,
  request: JsonObject,
): Promise<PublishOutcome> {
  const answer = await callAs(session, settings, {
    method: "POST",
    path: "/pins",
    body: bodyIn(request),
    shape: onePin,
    timeoutMs: manifest.outcome.timeoutMs,
  });
  if (answer.kind !== "ok") return answer;
  const { value, restUntil } = answer;
  const isShort = isCarousel(request) && value.media?.media_type === "image";
  return {
    kind: "published",
    ...publishedAs(value.id, settings.web),
    ...(isShort && { missing: ["without-its-pictures"] as const }),
    ...(restUntil && { restUntil }),
  };
}
