import type { InquiryText, TextPart } from "#domain/wording/inquiryText.ts";

type InquiryTextViewProps = {
  readonly text: InquiryText;
  /** The rank of its sections' headings on the page. */
  readonly level?: 2 | 3 | 4 | 5;
  /** A heading that stands above already, and would be said twice. */
  readonly without?: string | undefined;
};

/** A text in one language, every part shown as what it is. */
export const InquiryTextView = ({ text, level = 3, without }: InquiryTextViewProps) => {
  const Heading = `h${level}` as const;
  return (
    <div className="inquiry-text" lang={text.language}>
      {text.sections.map((section) => (
        <section key={section.heading}>
          {section.heading !== without && <Heading>{section.heading}</Heading>}
          {section.parts.map((part, index) => (
            // The parts of a section never change places: their order is the procedure's.
            <PartView key={`${part.type} ${index}`} part={part} />
          ))}
        </section>
      ))}
    </div>
  );
};

/** One part of a text, as what it is. */
export const PartView = ({ part }: { readonly part: TextPart }) => {
  switch (part.type) {
    case "line":
      return (
        <p className="text-line">
          <span className="text-label">{part.label}:</span> {part.text}
        </p>
      );
    case "sentence":
      return <p>{part.text}</p>;
    case "quote":
      return (
        <figure className="text-quote">
          <blockquote>{part.text}</blockquote>
          <figcaption>{part.note}</figcaption>
        </figure>
      );
    case "written":
      return (
        <div className="text-written">
          <p className="quiet">{part.note}</p>
          <p className="text-free" lang={part.language} dir="auto">
            {part.text}
          </p>
        </div>
      );
    case "points":
      return (
        <ul>
          {part.texts.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      );
  }
};
