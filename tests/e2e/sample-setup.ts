import type { TestProject } from "vitest/node";

import { removeDirectory, startProduct } from "./product.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The data directory of the sample shop with its ninety days, at rest. */
    sample: string;
  }
}

/** Makes the sample shop once; `startSample` gives each test a copy of its own. */
export async function setup({ provide }: TestProject): Promise<() => void> {
  const product = await startProduct("demo");
  await product.end();
  provide("sample", product.dataDir);
  return () => removeDirectory(product.dataDir);
}
