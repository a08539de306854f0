/** States as the command line spells them, in tables and in JSON: `needs-person`, of a delivery as of a post. */
export function stateLabel(state: string): string {
  return state.replaceAll("_", "-");
}
