import type { Enrolment } from "#domain/device/profile.ts";
import type { Edition } from "#domain/directory/edition.ts";
import type { InquiryDraft, InquiryField } from "#domain/inquiry/inquiryDraft.ts";
import type { DeskDevice } from "#domain/trust/deskDevices.ts";

/** What each of the five steps is given. */
export type StepProps = {
  readonly draft: InquiryDraft;
  readonly edition: Edition | undefined;
  readonly enrolments: readonly Enrolment[];
  readonly devices: readonly DeskDevice[] | undefined;
  readonly onChange: (part: Partial<InquiryDraft>) => void;
  /** What is wrong with a field, once it is fair to say so. */
  readonly errorOf: (field: InquiryField) => string | undefined;
};

/** The one id of a field on the page, so that a link from the review can lead to it. */
export const fieldId = (field: InquiryField): string => `inquiry-${field}`;
