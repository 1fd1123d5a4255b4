type ContentSecurityPolicyOptions = {
  /** Origins besides our own that the app may call: an endpoint that is hosted elsewhere. */
  readonly connect: readonly string[];
  /** Hashes of the inline scripts and styles of the first paint. */
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  /** A `<meta>` must not contain `frame-ancestors`: browsers report it as an error. */
  readonly forMeta: boolean;
};

/** The app's policy, for the endpoint's header and for the `<meta>` on a plain web host. */
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
    // The one Trusted Types policy: it creates the worker's address and nothing else.
    "trusted-types app-sw",
  ];
  return directives.join("; ");
};

/** What a browser that enforces Trusted Types has for that one policy; no library types it yet. */
export type TrustedTypes = {
  readonly createPolicy: (
    name: "app-sw",
    rules: { createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => unknown };
};
