import { downloadFile } from "./downloadFile.ts";

/** Hands `text` to the browser as a file to keep; needs no network. */
export const downloadText = (name: string, mediaType: string, text: string): void =>
  downloadFile(name, new Blob([text], { type: `${mediaType};charset=utf-8` }));
