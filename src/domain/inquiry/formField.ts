/** A fault in a field's value, or in a whole form. */
export type FieldFault =
  | { readonly type: "tooLong"; readonly maxLength: number }
  /** The whole inquiry is too long, in bytes of UTF-8. */
  | { readonly type: "inquiryTooLong"; readonly overBytes: number }
  | { readonly type: "invalidEmail" }
  | { readonly type: "invalidPhone" }
  | { readonly type: "invalidTime" }
  | { readonly type: "invalidZone" }
  | { readonly type: "untilBeforeFrom" }
  /** The desk is of one's own State, but an inquiry is sent to another. */
  | { readonly type: "ownState" };

/**
 * A field of a form, by the name that its draft, its screen and its texts use, with every fault
 * that can keep the form from being sent. Only required fields can be missing; the text for that is
 * `missing.‹name›.error`.
 */
export type FormField<Draft, Needed extends string = string, Optional extends string = string> =
  | {
      readonly name: Needed;
      readonly isMissing: (draft: Draft) => boolean;
      readonly findFault?: FindFault<Draft>;
    }
  | {
      readonly name: Optional;
      readonly isMissing?: undefined;
      readonly findFault?: FindFault<Draft>;
    };

type FindFault<Draft> = (draft: Draft) => FieldFault | undefined;

/** Why a form can't be sent yet, and the field to fix. */
export type Missing<Needed extends string, Optional extends string> =
  | { readonly type: "missing"; readonly field: Needed }
  | ({ readonly field: Needed | Optional } & FieldFault);

/** Lists what keeps a draft from being sent, in the order of its form; empty when nothing does. */
export const listMissing = <Draft, Needed extends string, Optional extends string>(
  form: readonly FormField<Draft, Needed, Optional>[],
  draft: Draft,
): readonly Missing<Needed, Optional>[] =>
  form.flatMap((field): readonly Missing<Needed, Optional>[] => {
    if (field.isMissing?.(draft)) return [{ type: "missing", field: field.name }];
    const fault = field.findFault?.(draft);
    return fault ? [{ field: field.name, ...fault }] : [];
  });

/** Finds a text of more than `maxLength` characters, not counting surrounding spaces. */
export const findTooLong = (text: string, maxLength: number): FieldFault | undefined =>
  text.trim().length > maxLength ? { type: "tooLong", maxLength } : undefined;
