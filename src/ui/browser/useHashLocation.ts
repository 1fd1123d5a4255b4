import { useSyncExternalStore } from "react";

/**
 * Routes are in the hash, so that any plain file server can serve the app under any path. The path
 * comes before `?`, the search after it: `#/inquiries/new?to=CL/policy`.
 */
export const useHashLocation = (): [
  string,
  (to: string, options?: { replace?: boolean }) => void,
] => [useSyncExternalStore(listen, readPath), navigateTo];

export const useHashSearch = (): string => useSyncExternalStore(listen, readSearch);

/** Opens a route, as a link would; `replace` adds no history entry. */
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
