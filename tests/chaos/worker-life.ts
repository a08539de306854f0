import { startPublisher } from "#lib/publisher/start-publisher";

import { aroundTransact } from "../support/around-transact.ts";
import { chaosConnector } from "./connectors/connector.ts";
import { startNaiveQueue } from "./naive-queue.ts";
import { kinds } from "./network/kinds.ts";
import { openProduct } from "./product.ts";
import type { WorkerSetting } from "./setting.ts";
import { Suffering } from "./suffering.ts";

export async function live(setting: WorkerSetting, checkPlanted: () => void): Promise<void> {
  const { databaseUrl, time, plan } = setting;
  const suffering = new Suffering(plan);
  const { origin, worker, timeoutMs } = setting;
  const place = { origin, worker, timeoutMs, speed: time.speed, passing: suffering.passing };
  const connectors = kinds.map((kind) => chaosConnector(kind, place));
  const product = await openProduct(databaseUrl, time, connectors);
  const runtime = aroundTransact(product, (transact) => suffering.transact(transact));
  checkPlanted();
  if (setting.isNaive) startNaiveQueue(runtime);
  else {
    const entered = await startPublisher(runtime).started;
    if (!entered.ok)
      throw new Error(`No entered for this worker: ${JSON.stringify(entered.detail)}`);
  }
  process.stdout.write(`${JSON.stringify({ kind: "ready" })}\n`);
}
