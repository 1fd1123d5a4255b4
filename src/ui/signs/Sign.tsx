import "./Sign.css";

/** Each has its own shape, so that color is never the only difference. */
export type SignShape = "dot" | "ring" | "half" | "tick" | "cross" | "clock";

type SignProps = {
  readonly shape: SignShape;
  readonly tone?: "plain" | "good" | "caution" | "danger";
  readonly children: string;
};

/** A state by word and shape: `● open now`, `○ closed`. */
export const Sign = ({ shape, tone = "plain", children }: SignProps) => (
  <span className={`sign sign-${tone}`}>
    <svg aria-hidden="true" viewBox="0 0 12 12" className="sign-shape">
      <path fillRule="evenodd" d={outlines[shape]} />
    </svg>
    {children}
  </span>
);

const outlines: Readonly<Record<SignShape, string>> = {
  dot: "M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1z",
  ring: "M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1zm0 2a3 3 0 1 1 0 6 3 3 0 0 1 0-6z",
  half: "M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1zm0 1.6v6.8a3.4 3.4 0 0 0 0-6.8z",
  tick: "M1 6.6 2.5 5l2.2 2.2L9.6 2 11 3.5 4.7 10z",
  cross: "M2.4 1 6 4.6 9.6 1 11 2.4 7.4 6 11 9.6 9.6 11 6 7.4 2.4 11 1 9.6 4.6 6 1 2.4z",
  clock: "M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1zm.7 2v2.7l2 1.2-.7 1.2-2.7-1.7V3z",
};
