/** Gives `file` to the browser to save under `name`; works offline. */
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

/** Gives `text` to the browser to save as a file; works offline. */
export const downloadText = (name: string, mediaType: string, text: string): void =>
  downloadFile(name, new Blob([text], { type: `${mediaType};charset=utf-8` }));
