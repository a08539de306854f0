type Listener = () => void;

const listeners = new Set<Listener>();

/** Announces that a form was accepted and its page is replaced before it can show that. */
export function announceDone(): void {
  for (const listener of listeners) listener();
}

export function onDone(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
