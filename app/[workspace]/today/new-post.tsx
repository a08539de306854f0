import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";

import { LinkButton } from "../../_components/primitives/button.tsx";

export function NewPost({ workspace }: { workspace: string }) {
  const t = useTranslations("today");
  return (
    <LinkButton variant="ink" href={`/${workspace}/compose`}>
      <Plus size={15} aria-hidden="true" />
      {t("newPost")}
    </LinkButton>
  );
}
