/** Puts text in place of a stretch of what is written, as if typed: it can be undone, and the page hears of it. */
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
  // The one way that keeps the browser's own undo. Where a browser has dropped it, undo is lost and nothing else.
  if (document.execCommand("insertText", false, text)) return;
  field.setRangeText(text, start, end, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** The name that is being typed behind an @, and where it begins. */
export function nameBeingTyped(field: HTMLTextAreaElement): { name: string; at: number } | null {
  if (field.selectionStart !== field.selectionEnd) return null;
  const before = field.value.slice(0, field.selectionStart);
  const name = /(?<![\p{L}\p{N}_@./-])@([\p{L}\p{N}_.-]{0,60})$/u.exec(before)?.[1];
  return name === undefined ? null : { name, at: before.length - name.length - 1 };
}
