import type { SharingMark } from "#domain/envelope/envelope.ts";

export type Sharing = {
  /** Whom of those at home a text may be given to, as TLP 2.0 (FIRST) has it. */
  readonly with: "nobody" | "organization" | "clients" | "community" | "everybody";
  /** Whether it goes beyond the desk's own organization at all. */
  readonly isFree: boolean;
  readonly tone: "danger" | "caution" | "plain";
};

/**
 * What a sharing mark allows a desk that was asked, towards the people whom it engages at home.
 * `TLP:RED` names its recipients, and they are the desk alone; only its source may widen it.
 */
export const planSharing = (mark: SharingMark): Sharing => {
  switch (mark) {
    case "TLP:RED":
      return { with: "nobody", isFree: false, tone: "danger" };
    case "TLP:AMBER+STRICT":
      return { with: "organization", isFree: false, tone: "caution" };
    case "TLP:AMBER":
      return { with: "clients", isFree: true, tone: "caution" };
    case "TLP:GREEN":
      return { with: "community", isFree: true, tone: "plain" };
    case "TLP:CLEAR":
      return { with: "everybody", isFree: true, tone: "plain" };
  }
};
