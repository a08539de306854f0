type Listener = () => void;

const listeners = new Set<Listener>();

/** A form was taken, and another page takes its place before it could show that. */
export function announceDone(): void {
  for (const listener of listeners) listener();
}

export function onDone(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
