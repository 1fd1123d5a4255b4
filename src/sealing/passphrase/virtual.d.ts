/** Made by `src/build/commonPasswords.ts`. */
declare module "virtual:common-passwords" {
  /** The 10,000 passwords that leaked most often, the most common first. */
  export const leakedPasswords: readonly string[];
}
