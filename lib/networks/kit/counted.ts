/** What a network that does not say leaves out. */
export function counted(followers: number | null | undefined): { readonly followers?: number } {
  return typeof followers === "number" ? { followers } : {};
}
