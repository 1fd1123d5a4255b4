/** What may be logged of a notice that failed: a code or a status. Messages quote addresses. */
export const failureToReason = (error: unknown): string => {
  if (typeof error !== "object" || error === null) return "unknown";
  if ("responseCode" in error && typeof error.responseCode === "number") {
    return `${error.responseCode}`;
  }
  if ("code" in error && typeof error.code === "string" && /^[A-Z_\d]{1,60}$/.test(error.code)) {
    return error.code;
  }
  return error instanceof Error ? error.name : "unknown";
};
