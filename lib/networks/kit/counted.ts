/** Returns the follower count as a property; nothing if the network does not say. */
export function counted(followers: number | null | undefined): { readonly followers?: number } {
  return typeof followers === "number" ? { followers } : {};
}
