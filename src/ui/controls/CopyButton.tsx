import { useState } from "react";
import { Button } from "./Button.tsx";

type CopyButtonProps = {
  readonly text: string;
  readonly label: string;
  readonly copied: string;
  readonly failed: string;
};

/** Copies `text` and confirms it, or reports that the browser refused. */
export const CopyButton = ({ text, label, copied, failed }: CopyButtonProps) => {
  const [said, setSaid] = useState("");
  const handleClick = (): void => {
    const writing = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error("none"));
    writing.then(
      () => setSaid(copied),
      () => setSaid(failed),
    );
  };
  return (
    <>
      <Button tone="quiet" onClick={handleClick}>
        {label}
      </Button>
      <span role="status">{said}</span>
    </>
  );
};
