import type { Locator, Page } from "playwright-core";

/** Goes there with the tab key alone, as somebody without a mouse does. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let stops = 0; stops < 200; stops += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The tab key never reaches ${String(wanted)}.`);
}

export async function press(page: Page, button: Locator): Promise<void> {
  await tabTo(page, button);
  await page.keyboard.press("Enter");
}

const parts = 6;

/**
 * Types a day and a time (`YYYY-MM-DDTHH:mm`) into the browser's own field: the month first, twelve hours
 * twice. The browser takes a digit that comes more than a second after the last for a new number; as a
 * person would, it looks and types again.
 */
export async function typeMoment(page: Page, field: Locator, moment: string): Promise<void> {
  await tabTo(page, field);
  const [year, month, day, hour, minute] = moment.match(/\d+/g) ?? [];
  const half = Number(hour) < 12 ? "AM" : "PM";
  for (let tries = 0; tries < 5 && (await field.inputValue()) !== moment; tries += 1) {
    for (let part = 0; part < parts; part += 1) await page.keyboard.press("ArrowLeft");
    await page.keyboard.type(`${month}${day}${year}`);
    // Not the tab key: inside a dialog that leads out of the field.
    await page.keyboard.press("ArrowRight");
    await page.keyboard.type(`${String(Number(hour) % 12 || 12).padStart(2, "0")}${minute}${half}`);
  }
}
