import { useEffect, useState } from "react";

/** What was just done, for as long as it takes to read it. */
export const useNews = (): { news: string; say: (message: string) => void } => {
  const [said, setSaid] = useState<{ message: string }>({ message: "" });
  useEffect(() => {
    if (said.message === "") return;
    const timer = setTimeout(() => setSaid({ message: "" }), readingTimeMs(said.message));
    return () => clearTimeout(timer);
  }, [said]);
  return { news: said.message, say: (message) => setSaid({ message }) };
};

const readingTimeMs = (message: string): number => 2_000 + 60 * message.length;
