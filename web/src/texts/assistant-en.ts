/** What the assistant says of a language model behind it, in English; loaded with the assistant. */
export const assistantEn = {
  assistantModel: {
    note: 'The language model {{name}} at {{host}} answers. It is sent your question, earlier ones with their answers, and what is looked up for it: names and figures that you may see, no e-mails.',
    by: 'Said by the language model; Headcount has checked its figures.',
  },
}
