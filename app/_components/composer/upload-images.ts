import { maxUploadBytes, plainFileName } from "#lib/media/medium";

export interface UploadFailure {
  fileName: string;
  refusal: string;
  detail: Record<string, string | number>;
}

type Answer =
  | { ok: true; value: { id: string } }
  | { ok: false; refusal: string; detail: Record<string, string | number> };

/** Uploads files to the workspace's media one by one, in order. */
export async function uploadImages(uploadTo: string, files: readonly File[]) {
  const ids: string[] = [];
  const failures: UploadFailure[] = [];
  for (const file of files) {
    const outcome = await uploadOne(uploadTo, file);
    if ("id" in outcome) ids.push(outcome.id);
    else failures.push(outcome);
  }
  return { ids, failures };
}

async function uploadOne(uploadTo: string, file: File): Promise<{ id: string } | UploadFailure> {
  const failure = (refusal: string, detail: UploadFailure["detail"] = {}) => ({
    fileName: file.name,
    refusal,
    detail: { file: plainFileName(file.name), ...detail },
  });
  // Avoids uploading a large file that would be refused.
  if (file.size > maxUploadBytes)
    return failure("image-too-large", { megabytes: maxUploadBytes / 1e6 });
  const form = new FormData();
  form.append("file", file);
  try {
    const address = `${uploadTo}?name=${encodeURIComponent(file.name)}`;
    const answer = await window.fetch(address, { method: "POST", body: form });
    // Our own limit is not exceeded, so a proxy in front of us has a lower one.
    if (answer.status === 413 && !isJson(answer)) return failure("proxy-takes-less");
    const result = (await answer.json()) as Answer;
    return result.ok ? result.value : failure(result.refusal, result.detail);
  } catch {
    return failure("");
  }
}

function isJson({ headers }: Response): boolean {
  return headers.get("content-type")?.startsWith("application/json") === true;
}
