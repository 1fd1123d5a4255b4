import type { AnswerContent } from "#domain/letter/replies.ts";

/** "Option 1", as Jamaica's desk writes it. */
export const createAnswer = (text: string): AnswerContent => ({
  schema: "answer/1",
  sender: { name: "Joan Reid", affiliation: "Director, Ministry" },
  replyTo: { email: "joan@enlace.jm.example" },
  text: { text, language: "en" },
  mark: "TLP:GREEN",
});
