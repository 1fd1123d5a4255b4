/** `label: text` as a list of one line; none where there is no text. */
export const toLine = (label: string, text: string | undefined): readonly string[] =>
  text ? [`${label}: ${text}`] : [];
