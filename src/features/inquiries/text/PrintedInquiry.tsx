import type { InquiryText } from "#domain/wording/inquiryText.ts";
import { InquiryTextView } from "./InquiryTextView.tsx";
import { PrintedSheet } from "./PrintedSheet.tsx";

type PrintedInquiryProps = {
  readonly text: InquiryText;
  /** What it is, truthfully, where the text does not say it. */
  readonly status?: string;
};

/** An inquiry on paper. */
export const PrintedInquiry = ({ text, status }: PrintedInquiryProps) => (
  <PrintedSheet mark={text.mark} language={text.language}>
    {status && <p className="printed-status">{status}</p>}
    <p className="printed-title">{text.title}</p>
    <InquiryTextView text={text} level={3} />
  </PrintedSheet>
);
