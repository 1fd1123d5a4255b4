/** Hands `file` to the browser to keep under `name`; needs no network. */
export const downloadFile = (name: string, file: Blob): void => {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Safari reads the blob only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};

/** Hands `text` to the browser as a file to keep; needs no network. */
export const downloadText = (name: string, mediaType: string, text: string): void =>
  downloadFile(name, new Blob([text], { type: `${mediaType};charset=utf-8` }));
