const listeners = new Set<() => void>();

/** Tells this tab's listeners that there is nothing left to show. */
export const announceErasure = (): void => {
  for (const listener of listeners) listener();
};

/** Calls `onErased` when this device was erased, here or in another tab; returns its remover. */
export const listenForErasure = (onErased: () => void): (() => void) => {
  listeners.add(onErased);
  return () => listeners.delete(onErased);
};
