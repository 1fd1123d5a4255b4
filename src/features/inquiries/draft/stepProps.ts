import type { Enrolment } from "#domain/device/profile.ts";
import type { Edition } from "#domain/directory/edition.ts";
import type { InquiryDraft, InquiryField } from "#domain/inquiry/inquiryDraft.ts";
import type { DeskDevice } from "#domain/trust/deskDevices.ts";

/** The props of each of the five steps. */
export type StepProps = {
  readonly draft: InquiryDraft;
  readonly edition: Edition | undefined;
  readonly enrolments: readonly Enrolment[];
  readonly devices: readonly DeskDevice[] | undefined;
  readonly onChange: (part: Partial<InquiryDraft>) => void;
  /** Returns the error of a field, but only once the writer has left the step. */
  readonly errorOf: (field: InquiryField) => string | undefined;
};

/** Returns the unique id of a field on the page, so that a link from the review can lead to it. */
export const fieldId = (field: InquiryField): string => `inquiry-${field}`;
