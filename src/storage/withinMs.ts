/**
 * Waits for work, but not longer than `ms`: then undefined, and the work goes on unheard. Rejects if
 * the work does so in time.
 */
export const withinMs = async <T>(ms: number, work: Promise<T>): Promise<T | undefined> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};
