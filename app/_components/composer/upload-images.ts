export interface UploadFailure {
  fileName: string;
  refusal: string;
  detail: Record<string, string | number>;
}

type Answer =
  | { ok: true; value: { id: string } }
  | { ok: false; refusal: string; detail: Record<string, string | number> };

/** Sends files to the workspace's media one by one, in order. */
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
  const noAnswer = { fileName: file.name, refusal: "", detail: {} };
  const form = new FormData();
  form.append("file", file);
  try {
    const address = `${uploadTo}?name=${encodeURIComponent(file.name)}`;
    const answer = await window.fetch(address, { method: "POST", body: form });
    const result = (await answer.json()) as Answer;
    return result.ok ? result.value : { ...noAnswer, ...result };
  } catch {
    return noAnswer;
  }
}
