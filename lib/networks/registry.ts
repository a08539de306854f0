import type { OwnRows } from "../db/own-rows.ts";
import type { Store } from "../db/store.ts";
import { bluesky } from "./bluesky/connector.ts";
import { manifest as blueskyManifest } from "./bluesky/manifest.ts";
import type { NetworkManifest, NetworkSetting } from "./contract/manifest.ts";
import { createRegistry, type NetworkRegistry } from "./contract/registry.ts";
import { facebookConnector } from "./facebook/connector.ts";
import { manifest as facebookManifest } from "./facebook/manifest.ts";
import { settingsFrom as facebookSettingsFrom } from "./facebook/settings.ts";
import { googleConnector } from "./google/connector.ts";
import { manifest as googleManifest } from "./google/manifest.ts";
import { settingsFrom as googleSettingsFrom } from "./google/settings.ts";
import { instagramConnector } from "./instagram/connector.ts";
import { manifest as instagramManifest } from "./instagram/manifest.ts";
import { settingsFrom as instagramSettingsFrom } from "./instagram/settings.ts";
import { linkedInConnector } from "./linkedin/connector.ts";
import { settingsFrom as linkedInSettingsFrom } from "./linkedin/environment.ts";
import { manifest as linkedInManifest } from "./linkedin/manifest.ts";
import { mastodon } from "./mastodon/connector.ts";
import { manifest as mastodonManifest } from "./mastodon/manifest.ts";
import { pinterestConnector } from "./pinterest/connector.ts";
import { manifest as pinterestManifest } from "./pinterest/manifest.ts";
import { settingsFrom as pinterestSettingsFrom } from "./pinterest/settings.ts";
import { practiceConnector } from "./practice/connector.ts";
import { manifest as practiceManifest } from "./practice/manifest.ts";
import { practiceRows } from "./practice/own-rows-repository.ts";
import { threadsConnector } from "./threads/connector.ts";
import { manifest as threadsManifest } from "./threads/manifest.ts";
import { settingsFrom as threadsSettingsFrom } from "./threads/settings.ts";
import { xConnector } from "./x/connector.ts";
import { settingsFrom as xSettingsFrom } from "./x/environment.ts";
import { manifest as xManifest } from "./x/manifest.ts";

/** All networks, in the order of the connect page. */
export const manifests: readonly NetworkManifest[] = [
  blueskyManifest,
  mastodonManifest,
  xManifest,
  linkedInManifest,
  threadsManifest,
  facebookManifest,
  instagramManifest,
  pinterestManifest,
  googleManifest,
  practiceManifest,
];

export const networkSettings: readonly NetworkSetting[] = manifests.flatMap(
  ({ settings = [] }) => settings,
);

/** The tables of networks that keep their own rows in this database. */
export const networksOwnRows: readonly OwnRows[] = [practiceRows];

/** Creates the connectors of all networks. Each gets only the settings and the store that it needs. */
export function openNetworks({ settings, store }: Opening): NetworkRegistry {
  return createRegistry([
    bluesky,
    mastodon,
    xConnector(xSettingsFrom(settings)),
    linkedInConnector(linkedInSettingsFrom(settings)),
    threadsConnector(threadsSettingsFrom(settings)),
    facebookConnector(facebookSettingsFrom(settings)),
    instagramConnector(instagramSettingsFrom(settings)),
    pinterestConnector(pinterestSettingsFrom(settings)),
    googleConnector(googleSettingsFrom(settings)),
    practiceConnector(store),
  ]);
}

interface Opening {
  /** The operator's settings by environment variable. */
  readonly settings: Readonly<Record<string, string>>;
  readonly store: Pick<Store, "db" | "transact">;
}

/**
 * Returns a network's manifest. Throws if the network is unknown:
 * stored rows name known networks only.
 */
export function manifestOf(network: string): NetworkManifest {
  const found = findManifest(network);
  if (!found) throw new Error(`There is no network "${network}".`);
  return found;
}

export function findManifest(network: string): NetworkManifest | undefined {
  return manifests.find((manifest) => manifest.network === network);
}
