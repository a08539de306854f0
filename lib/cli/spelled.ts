/** States as the command line spells them, in tables and in JSON: `needs-person`, of a delivery as of a post. */
export function spelled(state: string): string {
  return state.replaceAll("_", "-");
}
