import { parentPort } from "node:worker_threads";

import { startProjector } from "../projector/start-projector.ts";
import { readEnvironment } from "./environment.ts";
import { assembleRuntime } from "./open-runtime.ts";

/**
 * Entry point of the thread that `startProjectorThread` starts. It has its own connections and only runs the
 * projector.
 */
const runtime = await assembleRuntime(readEnvironment(process.env));
const listeners = new Set<() => void>();
const projector = startProjector({
  ...runtime,
  onCommit(listener) {
    listeners.add(listener);
    const stopListening = runtime.onCommit(listener);
    return () => {
      listeners.delete(listener);
      stopListening();
    };
  },
});

parentPort?.on("message", (message: "commit" | "stop") => {
  if (message === "commit") for (const listener of listeners) listener();
  else void stop();
});

// Tells that the start succeeded, which resets the count of failures.
parentPort?.postMessage("ready");

async function stop(): Promise<void> {
  await projector.stop();
  await runtime.close();
  parentPort?.close();
}
