import type { InquiryText } from "#domain/inquiryText.ts";
import { InquiryTextView } from "./InquiryTextView.tsx";
import "./PrintedInquiry.css";

type PrintedInquiryProps = {
  readonly text: InquiryText;
  /** What it is, truthfully: a draft, queued, held. */
  readonly status: string;
};

/** The sheet of paper: its mark at the top and at the bottom of every page. */
export const PrintedInquiry = ({ text, status }: PrintedInquiryProps) => (
  <div className="print-only printed" lang={text.language}>
    <div className="printed-head">
      <p>{text.mark}</p>
    </div>
    <div className="printed-body">
      <p className="printed-status">{status}</p>
      <p className="printed-title">{text.title}</p>
      <InquiryTextView text={text} level={3} />
    </div>
    <div className="printed-foot">
      <p>{text.mark}</p>
    </div>
  </div>
);
