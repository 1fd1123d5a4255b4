/** As package.json has it; a test compares them. */
export const appVersion = "0.1.0";
