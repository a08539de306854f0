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

/** Every network this product speaks to, in the order the connect page shows them. */
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

/** Of networks that keep rows of their own in this database. */
export const networksOwnRows: readonly OwnRows[] = [practiceRows];

/** The same networks, ready to speak. What one needs of this process is handed to it here, and to no other. */
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
  /** The operator's, by variable. */
  readonly settings: Readonly<Record<string, string>>;
  readonly store: Pick<Store, "db" | "transact">;
}

/** What is known of a network without speaking to it. Throws for one that is not here: stored rows name only known ones. */
export function manifestOf(network: string): NetworkManifest {
  const found = findManifest(network);
  if (!found) throw new Error(`There is no network "${network}".`);
  return found;
}

export function findManifest(network: string): NetworkManifest | undefined {
  return manifests.find((manifest) => manifest.network === network);
}
