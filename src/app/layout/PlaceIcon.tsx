const drawings = {
  read: "M4 5.5c3-1.4 5.6-1 8 .6 2.4-1.6 5-2 8-.6v13c-3-1.4-5.6-1-8 .6-2.4-1.6-5-2-8-.6zM12 6.1v13",
  find: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.3 15.3 20 20",
  ask: "M4 5h16v11h-9l-4.5 3.5V16H4zM8 9h8M8 12h5",
  more: "M5 7h14M5 12h14M5 17h14",
} as const;

/** Drawn for Enlace. The word beside it says what it is, so it is hidden from readers. */
export const PlaceIcon = ({ place }: { readonly place: keyof typeof drawings }) => (
  <svg className="place-icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={drawings[place]} />
  </svg>
);
