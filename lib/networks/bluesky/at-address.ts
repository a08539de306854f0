export interface AtAddress {
  readonly repo: string;
  readonly collection: string;
  readonly rkey: string;
}

export const postCollection = "app.bsky.feed.post";

/** Parses `at://did:plc:abc/app.bsky.feed.post/3l…`; undefined if it has another format. */
export function parseAtAddress(uri: string): AtAddress | undefined {
  const [, repo, collection, rkey] = /^at:\/\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(uri) ?? [];
  return repo && collection && rkey ? { repo, collection, rkey } : undefined;
}

/**
 * Returns the web address of a post; undefined for other records. Uses the DID, so that the link stays valid
 * when the handle changes.
 */
export function webAddress(uri: string): string | undefined {
  const at = parseAtAddress(uri);
  if (!at || at.collection !== postCollection) return undefined;
  return `https://bsky.app/profile/${at.repo}/post/${at.rkey}`;
}

export function profileAddress(did: string): string {
  return `https://bsky.app/profile/${did}`;
}
