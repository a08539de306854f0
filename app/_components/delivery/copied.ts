/** Puts text on the clipboard; false where the browser refuses, as it does on addresses without a lock. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
