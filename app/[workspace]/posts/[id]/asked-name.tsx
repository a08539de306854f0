"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

import { optionChoicesAction } from "../../../_actions/posts.ts";

interface Props {
  workspace: string;
  accountId: string;
  option: string;
  value: string;
  canAsk: boolean;
}

/**
 * Shows the account's name for a chosen value (a board), requested from its network; a generic text until the
 * network answers.
 */
export function AskedName({ workspace, accountId, option, value, canAsk }: Props) {
  const t = useTranslations("compose.options");
  const [name, setName] = useState<string>();
  useEffect(() => {
    if (!canAsk) return;
    let isOver = false;
    void optionChoicesAction(workspace, { accountId, option })
      .catch(() => undefined)
      .then((answer) => {
        const found = answer?.ok
          ? answer.value.choices.find((one) => one.value === value)
          : undefined;
        if (!isOver) setName(found?.label);
      });
    return () => {
      isOver = true;
    };
  }, [workspace, accountId, option, value, canAsk]);
  return name === undefined ? t("chosenBefore") : <bdi>{name}</bdi>;
}
