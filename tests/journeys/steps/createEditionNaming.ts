import type { Edition } from "#domain/directory/edition.ts";
import { createTestEdition } from "#tests/unit/endpoint/world/createTestEdition.ts";
import { buildContact } from "#tests/world/buildContact.ts";

/** A real edition in which Jamaica's policy desk has one contact: a person, and so a closed one. */
export const createEditionNaming = (person: string): Edition => {
  const edition = createTestEdition({ demonstration: false });
  const contacts = [buildContact({ id: "JM-policy-1", person })];
  return {
    ...edition,
    states: edition.states.map((entry) =>
      entry.state === "JM"
        ? {
            ...entry,
            desks: entry.desks.map((desk) =>
              desk.kind === "policy" ? { ...desk, contacts } : desk,
            ),
          }
        : entry,
    ),
  };
};
