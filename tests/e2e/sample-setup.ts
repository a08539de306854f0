import type { TestProject } from "vitest/node";

import { startProduct } from "./product.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the sample shop with its ninety days is served. */
    sample: string;
  }
}

/** One sample shop for all tests that look at a workspace full of life. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const product = await startProduct("demo");
  provide("sample", product.address);
  return product.stop;
}
