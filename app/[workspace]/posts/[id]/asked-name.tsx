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

/** What the account calls what was chosen (a board), asked of its network; until it answers, that something was. */
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
