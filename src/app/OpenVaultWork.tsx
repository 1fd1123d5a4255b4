import { FetchClosedPart } from "./FetchClosedPart.tsx";
import { OpenArrivals } from "./OpenArrivals.tsx";

/** What goes on by itself while the vault is open; loaded when it opens. */
export const OpenVaultWork = () => (
  <>
    <OpenArrivals />
    <FetchClosedPart />
  </>
);
