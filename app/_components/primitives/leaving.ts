const listeners = new Set<() => void>();

/** Announces a navigation by script, before it begins. */
export function tellLeaving(): void {
  for (const listener of listeners) listener();
}

/**
 * Calls `listener` when the user leaves for another page in this window, before the page changes. Returns the
 * function to stop.
 */
export function onLeaving(listener: () => void): () => void {
  const look = (click: MouseEvent) => {
    if (isPlain(click) && leadsElsewhere(click.target)) listener();
  };
  listeners.add(listener);
  document.addEventListener("click", look, { capture: true });
  return () => {
    listeners.delete(listener);
    document.removeEventListener("click", look, { capture: true });
  };
}

/** Whether the click does not open another tab or window. */
function isPlain({ button, altKey, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
  return button === 0 && !altKey && !ctrlKey && !metaKey && !shiftKey;
}

function leadsElsewhere(target: EventTarget | null): boolean {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
  if (!link || (link.target !== "" && link.target !== "_self")) return false;
  const { origin, pathname, search } = window.location;
  return link.origin === origin && (link.pathname !== pathname || link.search !== search);
}
