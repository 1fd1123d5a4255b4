/**
 * Leaves a page whose key is gone. React keeps what it rendered before, and an engine what a closure
 * holds: only a new page has surely forgotten every word [Note: locking reloads]. Without a worker
 * there may be nobody to serve it: then what is shown goes at least, and the person reloads.
 */
export const leaveLockedPage = (clearScreen: () => void): void => {
  clearScreen();
  if (navigator.serviceWorker?.controller || navigator.onLine) location.reload();
};
