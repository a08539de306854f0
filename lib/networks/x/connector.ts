import type { Connector } from "../contract/connector.ts";
import { priceOf } from "../contract/price.ts";
import { hasLink } from "../contract/weighted.ts";
import { authorizationFor } from "./authorization.ts";
import { collect } from "./collect.ts";
import { describe } from "./describe.ts";
import { manifest } from "./manifest.ts";
import { measure } from "./measure.ts";
import { prepare } from "./prepare.ts";
import { publish } from "./publish.ts";
import { reconcile, search } from "./reconcile.ts";
import { remove } from "./remove.ts";
import { answersOthers, targetOf } from "./reply-target.ts";
import { composerAddress, postAt } from "./request.ts";
import { refresh, revoke } from "./session.ts";
import { usualSettings, type XSettings } from "./settings.ts";
import { toolRules } from "./tool-rules.ts";

/** X over its API v2 with pay-per-use. What its rules forbid to tools is left to a person. */
export function xConnector(settings: XSettings = usualSettings): Connector {
  return {
    ...manifest,
    connect: async () => ({
      kind: "refused",
      code: "declined",
      detail: "X signs people in on its own page only.",
    }),
    authorization: authorizationFor(settings),
    describe: (session) => describe(session, settings),
    refresh: (session) => refresh(session, settings),
    revoke: (session) => revoke(session, settings),
    prepare: (session, part) => prepare(session, settings, part),
    publish: (session, request) => publish(session, settings, request),
    reconcile: (session, request, asked) => reconcile(session, settings, request, asked),
    search: (session, part, asked) => search(session, settings, part, asked),
    remove: (session, published) => remove(session, settings, published),
    collect: (session, cursor) => collect(session, settings, cursor),
    postAt: (account, url) => postAt(settings, account, url),
    measure: (session, published) => measure(session, settings, published),
    toolRules,
    composer: (text, replyTo) => composerAddress(settings.web, text, targetOf(replyTo)?.id),
    prices: settings.prices,
    price: (part) =>
      priceOf(part, settings.prices, {
        hasLink: hasLink(part.text),
        answersOthers: answersOthers(part.replyTo),
      }),
  };
}
