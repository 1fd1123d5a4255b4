import { useEffect } from "react";
import type { ThreadId } from "#domain/envelope/envelope.ts";
import { inquiryHref } from "#features/inquiries/inquiryHref.ts";
import { navigateTo } from "#ui/browser/useHashLocation.ts";

/** Goes back to a draft, where an inquiry was taken back; `Back` does not come here again. */
export const ToDraft = ({ id }: { readonly id: ThreadId }) => {
  useEffect(() => navigateTo(inquiryHref(id).slice(1), { replace: true }), [id]);
  return null;
};
