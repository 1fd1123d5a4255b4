import { type ReactNode, useEffect, useId, useRef } from "react";
import "./Dialog.css";

type DialogProps = {
  readonly open: boolean;
  readonly title: string;
  readonly children: ReactNode;
  /** Called when Escape, a tap beside the dialog, or a button inside asks to close it. */
  readonly onClose: () => void;
};

/** The browser's own modal dialog: it keeps the focus inside, and returns it afterwards. */
export const Dialog = ({ open, title, children, onClose }: DialogProps) => {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = element.current;
    if (open && dialog && !dialog.open) dialog.showModal();
    if (!open && dialog?.open) dialog.close();
  }, [open]);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- a tap beside the dialog; Escape closes it from the keyboard
    <dialog
      ref={element}
      className="dialog"
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === element.current) onClose();
      }}
    >
      {open && (
        <div className="dialog-body">
          <h2 id={titleId}>{title}</h2>
          {children}
        </div>
      )}
    </dialog>
  );
};
