/** The one mail that the endpoint writes, without the two addresses. */
export type NoticeMail = {
  readonly subject: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly xMailer: false;
};

/** In the order in which the app offers the languages. */
const sentences = [
  "Something is waiting in Enlace. Please open it on your device.",
  "Algo espera en Enlace. Le rogamos abrirlo en su dispositivo.",
  "Quelque chose attend dans Enlace. Veuillez l’ouvrir sur votre appareil.",
  "Algo aguarda no Enlace. Queira abri-lo em seu dispositivo.",
];

/**
 * Mail is read by whoever carries it: so it is the same whatever came, and says no State, no number
 * and nothing of what it is. `publicAddress` is the endpoint's own, as configured.
 */
export const composeNoticeMail = (publicAddress: string | undefined): NoticeMail => ({
  subject: "Enlace",
  text: [...sentences, ...(publicAddress === undefined ? [] : [publicAddress]), ""].join("\n\n"),
  // RFC 3834: no absence notice should answer it.
  headers: { "Auto-Submitted": "auto-generated" },
  xMailer: false,
});
