import type { ReactNode } from "react";
import type { SharingMark } from "#domain/envelope/envelope.ts";
import type { Language } from "#domain/language.ts";
import "./PrintedSheet.css";

type PrintedSheetProps = {
  readonly mark: SharingMark | undefined;
  readonly language: Language;
  readonly children: ReactNode;
};

/** The sheet of paper: its mark at the top and at the bottom of every page. */
export const PrintedSheet = ({ mark, language, children }: PrintedSheetProps) => (
  <div className="print-only printed" lang={language}>
    <div className="printed-head">
      <p>{mark}</p>
    </div>
    <div className="printed-body">{children}</div>
    <div className="printed-foot">
      <p>{mark}</p>
    </div>
  </div>
);
