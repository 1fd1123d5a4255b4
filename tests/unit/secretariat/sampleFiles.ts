const stateHeader =
  "iso2,oas_languages,other_languages,capital_time_zone,status,status_since,status_as_of,status_source";
const contactHeader =
  "state,desk,id,office,person,institution,phones,emails,languages,zone,hours,confirmed_by,confirmed_on,expires_on";

export const chile = "CL,es,,America/Santiago,member,,2026-11-16,a list";
export const peru = "PE,es,ay qu,America/Lima,member,,2026-11-16,a list";
export const goodContact =
  "CL,policy,CL-1,Punto de contacto,,Oficina,+56 0000 0010,a@b.example,es en,America/Santiago,24/7,Misión,2026-09-01,2027-08-31";

const encode = (lines: readonly string[]): Uint8Array =>
  new TextEncoder().encode(`${lines.join("\n")}\n`);

export const statesFile = (...lines: readonly string[]): Uint8Array =>
  encode([stateHeader, ...lines]);
export const contactsFile = (...lines: readonly string[]): Uint8Array =>
  encode([contactHeader, ...lines]);

/** The good contact with some of its cells written differently. */
export const contactLine = (changed: Readonly<Record<string, string>>): string => {
  const cells = goodContact.split(",");
  contactHeader.split(",").forEach((column, index) => {
    if (column in changed) cells[index] = `"${changed[column]}"`;
  });
  return cells.join(",");
};
