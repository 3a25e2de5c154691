/** What the assistant says besides its answers, in English; loaded with it. */
export const assistantEn = {
  assistant: {
    openPage: 'Open as a page',
    new: 'New conversation',
    conversation: 'Conversation',
    conversations: 'Your conversations',
    none: 'No conversations yet.',
    start: 'What would you like to know?',
    about: 'Ask in your own words. Each figure leads to the view that shows it.',
    examples: {
      count: 'How many active users does {{location}} have?',
      onlyBooking: 'Who counts only because of a booking at {{location}}?',
      difference: 'Why is the last invoice higher than the panel at {{location}}?',
      whatIf: 'What if we suspend the contract-only people who did nothing for 90 days at {{location}}?',
      suspended: 'Do suspended customers count?',
    },
    question: 'Your question',
    placeholder: 'Ask a question',
    ask: 'Ask',
    note: 'It changes nothing, and sees only what you may see.',
    youAsked: 'You asked:',
    looking: 'Looking it up …',
    passages: 'Passages of the help',
    delete: 'Delete: {{title}}',
    deleteTitle: 'Delete the conversation?',
    deleteAction: 'Delete',
    deleteAbout: '“{{title}}” and its answers are deleted for good.',
    model: {
      note: 'The language model {{name}} at {{host}} answers. It is sent your question, earlier ones with their answers, and what is looked up for it: names and figures that you may see, no e-mails.',
      by: 'Said by the language model; Headcount has checked its figures.',
    },
  },
}
