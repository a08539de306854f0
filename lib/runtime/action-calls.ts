import { AsyncLocalStorage } from "node:async_hooks";

/** State of the server action that a request calls. */
export interface ActionCall {
  /** "taken" once our code was reached with valid argument types; "refused" if the types are invalid. */
  state: "unread" | "taken" | "refused";
}

/** A global symbol, because the web bundle has its own copy of every module. */
const place = Symbol.for("shoutloop.action-call");
const here: { [place]?: AsyncLocalStorage<ActionCall> } & object = globalThis;

/** Runs `work` with `call` as the current action call. */
export function withActionCall<Value>(call: ActionCall, work: () => Value): Value {
  return storage().run(call, work);
}

/** Returns the current action call; undefined outside of a request. */
export function currentActionCall(): ActionCall | undefined {
  return storage().getStore();
}

function storage(): AsyncLocalStorage<ActionCall> {
  return (here[place] ??= new AsyncLocalStorage());
}
