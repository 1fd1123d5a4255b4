import type { Edition } from "#domain/directory/edition.ts";
import { readShippedEdition } from "#tests/house/readShippedEdition.ts";

/** The demonstration with `contactCount` contacts, spread evenly over its States and desks. */
export const createLargeEdition = (contactCount: number): Edition => {
  const shipped = readShippedEdition();
  const desks = shipped.states.flatMap((entry) => entry.desks.map((desk) => ({ entry, desk })));
  const pattern = desks.find(({ desk }) => desk.contacts.length > 0)?.desk.contacts[0];
  if (!pattern) throw new Error("the demonstration has no contact");
  const contactsOf = (entryIndex: number, kind: string) =>
    Array.from({ length: Math.ceil((contactCount - entryIndex) / desks.length) }, (_, index) => ({
      ...pattern,
      id: `${kind}-${entryIndex}-${index}`,
      office: `${offices[(entryIndex + index) % offices.length]} ${index + 1}`,
      institution: `${institutions[(entryIndex * 7 + index) % institutions.length]} ${entryIndex + 1}`,
    }));
  let entryIndex = -1;
  return {
    ...shipped,
    number: shipped.number + 1,
    states: shipped.states.map((entry) => ({
      ...entry,
      desks: entry.desks.map((desk) => {
        entryIndex += 1;
        return { ...desk, contacts: contactsOf(entryIndex, `${entry.state}-${desk.kind}`) };
      }),
    })),
  };
};

const offices = [
  "Cyber Policy Office",
  "Dirección de Ciberdefensa",
  "Núcleo de Resposta",
  "Cellule",
];
const institutions = [
  "Ministerio",
  "Ministério das Relações",
  "Ministère",
  "Response Team",
  "Agency",
];
