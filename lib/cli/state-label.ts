/** Returns a state as the command line writes it, such as `needs-person`. */
export function stateLabel(state: string): string {
  return state.replaceAll("_", "-");
}
