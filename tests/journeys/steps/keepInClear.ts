/** Runs in the page: keeps a word as carelessly as a program can, in all that keeps anything. */
export const keepInClear = async (word: string): Promise<null> => {
  localStorage.setItem("control", word);
  sessionStorage.setItem("control", word);
  await (await caches.open("control")).put("./control", new Response(word));
  const opening = indexedDB.open("control");
  opening.addEventListener("upgradeneeded", () => {
    for (const store of ["texts", "bytes"]) opening.result.createObjectStore(store);
  });
  await new Promise((resolve, reject) => {
    opening.addEventListener("success", resolve);
    opening.addEventListener("error", reject);
  });
  const writing = opening.result.transaction(["texts", "bytes"], "readwrite");
  writing.objectStore("texts").put({ inside: [word] }, 1);
  writing.objectStore("bytes").put({ inside: new TextEncoder().encode(word) }, 1);
  await new Promise((resolve) => writing.addEventListener("complete", resolve));
  opening.result.close();
  return null;
};
