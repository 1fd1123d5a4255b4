import { useEffect } from "react";
import type { ThreadPlace } from "#domain/thread/thread.ts";
import { threadHref } from "#features/inquiries/inquiryHref.ts";
import { navigateTo } from "#ui/browser/useHashLocation.ts";

/** Goes on to a thread; `Back` does not come here again. */
export const ToThread = ({ place }: { readonly place: ThreadPlace }) => {
  const href = threadHref(place);
  useEffect(() => navigateTo(href.slice(1), { replace: true }), [href]);
  return null;
};
