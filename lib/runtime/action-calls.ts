import { AsyncLocalStorage } from "node:async_hooks";

/** What is known of the action that a request calls. */
export interface ActionCall {
  /** "taken" once our own code was reached with arguments of the kinds it takes; "refused" where they are none. */
  state: "unread" | "taken" | "refused";
}

/** The web bundle has a copy of every module of ours: what it shares with the process around it has no other place. */
const place = Symbol.for("shoutloop.action-call");
const here: { [place]?: AsyncLocalStorage<ActionCall> } & object = globalThis;

/** Calls a page with a note for the action in it. */
export function withActionCall<Value>(call: ActionCall, work: () => Value): Value {
  return storage().run(call, work);
}

/** Undefined outside of a request. */
export function currentActionCall(): ActionCall | undefined {
  return storage().getStore();
}

function storage(): AsyncLocalStorage<ActionCall> {
  return (here[place] ??= new AsyncLocalStorage());
}
