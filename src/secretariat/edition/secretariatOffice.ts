import type { Edition } from "#domain/directory/edition.ts";

/** The last to try, as the Technical Secretariat's slides of 2024 name it on their last page. */
export const secretariatOffice: Edition["secretariat"] = {
  name: "Cybersecurity Program, Inter-American Committee against Terrorism (CICTE), OAS",
  emails: ["cybersecurity@oas.org"],
  source: "CICTE Technical Secretariat, 2024 workplan (slides)",
};
