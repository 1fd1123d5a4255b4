import { beginInquiry, finishInquiry, sendInquiry } from "./inquiryForm.ts";
import type { Person } from "./openPerson.ts";
import { seeHeld } from "./seeHeld.ts";

/** Chile's whole inquiry to Jamaica, until the endpoint holds it. */
export const ask = async (chile: Person): Promise<void> => {
  await beginInquiry(chile);
  await finishInquiry(chile);
  await sendInquiry(chile);
  await seeHeld(chile);
};
