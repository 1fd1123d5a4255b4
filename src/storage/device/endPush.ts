type WorkerScope = { readonly registration?: ServiceWorkerRegistration };

/** An offline browser may take its time to tell its push service. */
const waitMs = 2_000;

/**
 * Ends Web Push to this browser, in a page or a worker, with or without a network: what is pushed
 * from then on is shown to nobody here, and the endpoint learns from the push service that this place
 * is gone. Never rejects.
 */
export const endPush = async (): Promise<void> => {
  const late = new Promise<void>((resolve) => setTimeout(resolve, waitMs));
  await Promise.race([unsubscribe().catch(() => undefined), late]);
};

const unsubscribe = async (): Promise<void> => {
  const registration = await findRegistration();
  await (await registration?.pushManager?.getSubscription())?.unsubscribe();
};

const findRegistration = async (): Promise<ServiceWorkerRegistration | undefined> => {
  const { registration } = globalThis as WorkerScope;
  if (registration) return registration;
  if (typeof navigator === "undefined") return undefined;
  return navigator.serviceWorker?.getRegistration();
};
