"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode } from "react";

import {
  resolveDeliveryAction,
  resolveDeliveryFormAction,
  undoResolutionAction,
} from "../../_actions/deliveries.ts";
import { AutosavedForm, useForget } from "../primitives/autosaved-form.tsx";
import { Notice } from "../primitives/notice.tsx";
import { showToast } from "../primitives/toast.tsx";
import { useFormAction } from "../primitives/use-form-action.ts";
import { useRefusal } from "../primitives/use-refusal.ts";
import { TypedAnswer } from "./typed.ts";
import { useAct } from "./use-act.ts";

/**
 * Form whose submit buttons are named `answer`. Works without script too; with script the page stays and
 * leaving out a post can be undone.
 */
export function AnswerForm({
  workspace,
  deliveryId,
  label,
  children,
}: {
  workspace: string;
  deliveryId: string;
  label: string;
  children: ReactNode;
}) {
  const inWords = useRefusal();
  const [state, submit] = useFormAction(resolveDeliveryFormAction, { typed: {} });
  const { isPending, problem, give } = useGive(workspace, deliveryId);
  const refused = state.refusal ? inWords({ ...state, refusal: state.refusal }) : "";
  return (
    <AutosavedForm
      kept={keptOf(deliveryId)}
      answer={state}
      action={submit}
      onSubmit={give}
      className="grid min-w-0 gap-3"
    >
      <input type="hidden" name="workspace" value={workspace} />
      <input type="hidden" name="deliveryId" value={deliveryId} />
      <fieldset disabled={isPending} className="contents">
        <legend className="sr-only">{label}</legend>
        <TypedAnswer value={state.typed}>{children}</TypedAnswer>
      </fieldset>
      <Notice tone="danger">{problem || refused}</Notice>
    </AutosavedForm>
  );
}

function keptOf(deliveryId: string): string {
  return `answer ${deliveryId}`;
}

function useGive(workspace: string, deliveryId: string) {
  const t = useTranslations();
  const router = useRouter();
  const forget = useForget();
  const { isPending, problem, act } = useAct();

  function takeBack(): void {
    act(
      () => undoResolutionAction(workspace, { deliveryId }),
      () => showToast(t("needs-you.takenBack")),
    );
  }

  function give(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const form = new FormData(event.currentTarget, submitter);
    act(
      () => resolveDeliveryAction(form),
      ({ answer, postId }) => {
        forget(keptOf(deliveryId));
        if (answer === "rewrite") return router.push(`/${workspace}/compose?post=${postId}`);
        const undo = { label: t("common.undo"), onUndo: takeBack };
        showToast(t(`needs-you.answered.${answer}`), answer === "leave-out" ? { undo } : {});
        // The box that had the focus was removed.
        document.querySelector<HTMLElement>("#main")?.focus({ preventScroll: true });
      },
    );
  }
  return { isPending, problem, give };
}
