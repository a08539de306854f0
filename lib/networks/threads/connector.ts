import type { Connector } from "../contract/connector.ts";
import { authorizationFor } from "./authorization.ts";
import { collect } from "./collect.ts";
import { describe } from "./describe.ts";
import { examine } from "./examine.ts";
import { manifest } from "./manifest.ts";
import { measure } from "./measure.ts";
import { prepare } from "./prepare.ts";
import { publish } from "./publish.ts";
import { reconcile, search } from "./reconcile.ts";
import { remove } from "./remove.ts";
import { refresh } from "./session.ts";
import { usualSettings, type ThreadsSettings } from "./settings.ts";
import { webhooks } from "./webhooks.ts";

/**
 * Connector for Threads through Meta's API v1.0. Threads fetches pictures from a public address, of this
 * installation or the operator's bucket.
 */
export function threadsConnector(settings: ThreadsSettings = usualSettings): Connector {
  return {
    ...manifest,
    connect: async () => ({
      kind: "refused",
      code: "declined",
      detail: "Threads signs people in on its own page only.",
    }),
    authorization: authorizationFor(settings),
    describe: (session) => describe(session, settings),
    examine: (session) => examine(session, settings),
    refresh: (session) => refresh(session, settings),
    // The API cannot revoke a sign-in: people do it on Threads, under "Website permissions".
    revoke: async () => {},
    prepare: (session, part) => prepare(session, settings, part),
    publish: (session, request) => publish(session, settings, request),
    reconcile: (session, request, asked) => reconcile(session, settings, request, asked),
    search: (session, part, asked) => search(session, settings, part, asked),
    remove: (session, published) => remove(session, settings, published),
    collect: (session, cursor) => collect(session, settings, cursor),
    webhooks,
    measure: (session, published) => measure(session, settings, published),
  };
}
