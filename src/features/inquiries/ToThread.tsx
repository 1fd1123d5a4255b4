import { useEffect } from "react";
import type { ThreadId } from "#domain/envelope.ts";
import { navigateTo } from "#ui/useHashLocation.ts";
import { threadHref } from "./inquiryHref.ts";

/** Goes on to a thread; `Back` does not come here again. */
export const ToThread = ({ id }: { readonly id: ThreadId }) => {
  useEffect(() => navigateTo(threadHref(id).slice(1), { replace: true }), [id]);
  return null;
};
