import type { useTranslation } from "react-i18next";

/** The `t` function of this feature; a `t` of more namespaces is assignable to it. */
export type InquiriesT = ReturnType<typeof useTranslation<"inquiries">>["t"];
