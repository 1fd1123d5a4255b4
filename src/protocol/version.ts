/** The one version number of the protocol. */
export const protocolVersion = 1;

/** Answers come in this media type. A hotel's login page doesn't, and counts as no network. */
export const protocolMediaType = "application/vnd.enlace.v1+json";
