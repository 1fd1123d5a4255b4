import { type ReactNode, useEffect, useRef } from "react";

type OpenedPartProps = { readonly takesFocus: boolean; readonly children: ReactNode };

/** What was behind the lock takes the focus when it opens: the field that had it is gone. */
export const OpenedPart = ({ takesFocus, children }: OpenedPartProps) => {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) element.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <div ref={element} tabIndex={-1} className="opened-part">
      {children}
    </div>
  );
};
