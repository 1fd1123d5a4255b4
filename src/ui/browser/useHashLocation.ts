import { useSyncExternalStore } from "react";

/**
 * Routes are in the hash, so that any plain file server can serve the app under any path. The path
 * is what stands before `?`, the search what stands behind it: `#/inquiries/new?to=CL/policy`.
 */
export const useHashLocation = (): [
  string,
  (to: string, options?: { replace?: boolean }) => void,
] => [useSyncExternalStore(listen, readPath), navigateTo];

export const useHashSearch = (): string => useSyncExternalStore(listen, readSearch);

/** Goes to a route, as a link would; `replace` leaves no step behind. */
export const navigateTo = (to: string, options: { replace?: boolean } = {}): void => {
  if (!options.replace) {
    location.hash = to;
    return;
  }
  history.replaceState(null, "", `#${to}`);
  dispatchEvent(new HashChangeEvent("hashchange"));
};

const readPath = (): string => {
  const path = location.hash.slice(1).split("?")[0] ?? "";
  return path.startsWith("/") ? path : `/${path}`;
};

const readSearch = (): string => location.hash.split("?").slice(1).join("?");

const listen = (onChange: () => void): (() => void) => {
  addEventListener("hashchange", onChange);
  return () => removeEventListener("hashchange", onChange);
};
