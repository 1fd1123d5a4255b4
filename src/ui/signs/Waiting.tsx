import "./Waiting.css";

/** Says that something is being read, but only when it takes longer than 400 ms. */
export const Waiting = ({ label }: { readonly label: string }) => (
  <p className="waiting" role="status">
    {label}
  </p>
);
