/** Runs in every page before its own scripts: says what the page's policy has blocked. */
export const watchPolicy = (): void =>
  document.addEventListener("securitypolicyviolation", (violation) => {
    const { effectiveDirective, blockedURI, sourceFile } = violation;
    // oxlint-disable-next-line no-console -- what a driver hears of a page
    console.error(`policy broken: ${effectiveDirective} ${blockedURI} ${sourceFile}`);
  });

/** Of what a page wrote to its console, what `watchPolicy` said. */
export const isPolicyBroken = (text: string): boolean => text.startsWith("policy broken: ");

/** Nothing of Enlace's does what its policy forbids, in whatever journey; and a test that does is seen. */
export const judgePolicy = (broken: readonly string[], breaksPolicy = false): void => {
  if (!breaksPolicy && broken.length > 0) throw new Error(broken.join("\n"));
  if (breaksPolicy && broken.length === 0) throw new Error("nothing was seen to break the policy");
};
