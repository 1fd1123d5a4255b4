/** Made by `vite.config.ts`. */
declare module "virtual:common-passwords" {
  /** The 10,000 that leaked most often, the most common first. */
  export const leakedPasswords: readonly string[];
}

/** Of all that `src/domain` says, by `vite.config.ts`: what was told by older rules is told anew. */
declare const domainDigest: string;
