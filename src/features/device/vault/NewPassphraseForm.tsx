import { useState } from "react";
import { DrawnWords } from "./DrawnWords.tsx";
import { TypedPassphrase } from "./TypedPassphrase.tsx";

export type NewPassphraseProps = {
  /** What the button says that ends it. */
  readonly submit: string;
  readonly isWorking: boolean;
  /** Only with what was judged good enough, and typed twice or said to be written down. */
  readonly onChoose: (passphrase: string) => void;
};

/** A new passphrase: of one's own, or six words drawn by chance. */
export const NewPassphraseForm = (props: NewPassphraseProps) => {
  const [way, setWay] = useState<"typed" | "drawn">("typed");
  return way === "typed" ? (
    <TypedPassphrase {...props} onDraw={() => setWay("drawn")} />
  ) : (
    <DrawnWords {...props} onType={() => setWay("typed")} />
  );
};
