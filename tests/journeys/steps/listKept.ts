/** Runs in the page: the names of all that this origin keeps on the device. */
export const listKept = async (): Promise<readonly string[]> => [
  ...(await indexedDB.databases()).map(({ name }) => `database ${name}`),
  ...(await caches.keys()).map((name) => `cache ${name}`),
  ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `worker of ${scope}`),
  ...Object.keys(localStorage).map((key) => `choice ${key}`),
  ...Object.keys(sessionStorage).map((key) => `choice of this tab ${key}`),
];
