import type { useTranslation } from "react-i18next";

/** The texts of this feature in one language; `t` of more namespaces is one too. */
export type InquiriesT = ReturnType<typeof useTranslation<"inquiries">>["t"];
