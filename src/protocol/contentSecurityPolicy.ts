export type ContentSecurityPolicyOptions = {
  /** Origins beside our own that the app may reach: an endpoint that lives elsewhere. */
  readonly connect: readonly string[];
  /** Hashes of what runs and styles the first paint and stands in the page itself. */
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  /** A `<meta>` may not hold `frame-ancestors`: browsers report it as an error. */
  readonly forMeta: boolean;
};

/** The one policy of the app, for the endpoint's header and for the `<meta>` of a plain host. */
export const createContentSecurityPolicy = (options: ContentSecurityPolicyOptions): string => {
  const directives = [
    "default-src 'self'",
    ["script-src 'self'", ...options.scripts].join(" "),
    ["style-src 'self'", ...options.styles].join(" "),
    "img-src 'self' data:",
    ["connect-src 'self'", ...options.connect].join(" "),
    "object-src 'none'",
    "base-uri 'none'",
    ...(options.forMeta ? [] : ["frame-ancestors 'none'"]),
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    // Our own registration makes the worker's address and nothing else.
    "trusted-types app-sw",
  ];
  return directives.join("; ");
};
