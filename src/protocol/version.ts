/** The one version number of the protocol. */
export const protocolVersion = 1;

/** Only an answer in this media type is an answer; a hotel's page is the network failing. */
export const protocolMediaType = "application/vnd.enlace.v1+json";
