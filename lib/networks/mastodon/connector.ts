import type { Connector } from "../contract/connector.ts";
import { appreciate } from "./appreciate.ts";
import { authorization } from "./authorization.ts";
import { collect } from "./collect.ts";
import { describe } from "./describe.ts";
import { edit } from "./edit.ts";
import { listen } from "./listen.ts";
import { manifest } from "./manifest.ts";
import { measure } from "./measure.ts";
import { prepare } from "./prepare.ts";
import { publish } from "./publish.ts";
import { reconcile, search } from "./reconcile.ts";
import { refused } from "./refusal.ts";
import { remove } from "./remove.ts";
import { refresh, revoke } from "./session.ts";

/** Mastodon and servers with a compatible API, based on Mastodon's documentation (4.6) and source. */
export const mastodon: Connector = {
  ...manifest,
  connect: async () => refused("declined", "server", "Mastodon is signed in to on its own page."),
  authorization,
  describe,
  refresh,
  revoke,
  prepare,
  publish,
  reconcile,
  search,
  remove,
  edit,
  collect,
  listen,
  appreciate,
  measure,
};
