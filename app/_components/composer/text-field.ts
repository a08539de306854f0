/**
 * Replaces a range of the field's text as if typed, so that the browser can undo it and React gets the event.
 */
export function typeInto(
  field: HTMLTextAreaElement,
  text: string,
  { start, end }: { start: number; end: number } = {
    start: field.selectionStart,
    end: field.selectionEnd,
  },
): void {
  field.focus();
  field.setSelectionRange(start, end);
  // Deprecated, but the only way to keep the browser's undo. Without support only the undo is lost.
  if (document.execCommand("insertText", false, text)) return;
  field.setRangeText(text, start, end, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Returns the name that is being typed after an @, and its position; null if there is none. */
export function nameBeingTyped(field: HTMLTextAreaElement): { name: string; at: number } | null {
  if (field.selectionStart !== field.selectionEnd) return null;
  const before = field.value.slice(0, field.selectionStart);
  const name = /(?<![\p{L}\p{N}_@./-])@([\p{L}\p{N}_.-]{0,60})$/u.exec(before)?.[1];
  return name === undefined ? null : { name, at: before.length - name.length - 1 };
}
