/** Hands a file to the browser, which asks or keeps it among the downloads; needs no network. */
export const downloadFile = (name: string, mediaType: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Safari reads it after the click; a minute is enough for any phone.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};
