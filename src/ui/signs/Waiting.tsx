import "./Waiting.css";

/** Shows that something is loading, but only if it takes longer than 400 ms. */
export const Waiting = ({ label }: { readonly label: string }) => (
  <p className="waiting" role="status">
    {label}
  </p>
);
