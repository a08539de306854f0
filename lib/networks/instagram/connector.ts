import type { Connector } from "../contract/connector.ts";
import { rememberSystemApp } from "../kit/app-secret.ts";
import { authorizationFor } from "./authorization.ts";
import { collect } from "./collect.ts";
import { describe } from "./describe.ts";
import { examine } from "./examine.ts";
import { manifest } from "./manifest.ts";
import { measure } from "./measure.ts";
import { openAccounts } from "./opened-accounts.ts";
import { prepare } from "./prepare.ts";
import { publish } from "./publish.ts";
import { reconcile, search } from "./reconcile.ts";
import { remove } from "./remove.ts";
import { refresh } from "./session.ts";
import { usualSettings, versionEnds, type InstagramSettings } from "./settings.ts";
import { subscribe, webhooks } from "./webhooks.ts";

/**
 * Connector for professional Instagram accounts, signed in on Instagram or through their Facebook page.
 * Instagram fetches pictures from a public address, of this installation or the operator's bucket.
 */
export function instagramConnector(settings: InstagramSettings = usualSettings): Connector {
  return {
    ...manifest,
    versionEnds,
    /**
     * Connects accounts through their Facebook pages with the token of a system user, which does not expire.
     */
    async connect(context, { systemToken = "", appSecret = "" }) {
      const secret = appSecret.trim() || undefined;
      const opened = await openAccounts(context, settings, systemToken.trim(), secret);
      if (opened.kind !== "refused") await rememberSystemApp(context, secret);
      return opened;
    },
    authorization: authorizationFor(settings),
    describe: (session) => describe(session, settings),
    examine: (session) => examine(session, settings),
    refresh: (session) => refresh(session, settings),
    // The API cannot revoke a sign-in: people do it on Instagram, under "Apps and websites".
    revoke: async () => {},
    prepare: (session, part) => prepare(session, settings, part),
    publish: (session, request) => publish(session, settings, request),
    reconcile: (session, request, asked) => reconcile(session, settings, request, asked),
    search: (session, part, asked) => search(session, settings, part, asked),
    remove: (session, published) => remove(session, settings, published),
    collect: (session, cursor) => collect(session, settings, cursor),
    webhooks,
    subscribe: (session) => subscribe(session, settings),
    measure: (session, published) => measure(session, settings, published),
  };
}
