/** Copies text to the clipboard; false if the browser refuses, as it does on pages without https. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
