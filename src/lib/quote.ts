const MOST_LETTERS = 100

/** A text as part of a message: in quotation marks, and shortened where it is very long. */
export function quoted(text: string): string {
  const letters =
    text.length <= MOST_LETTERS
      ? text
      : `${Array.from(text.slice(0, 2 * MOST_LETTERS))
          .slice(0, MOST_LETTERS)
          .join('')}…`
  return `“${letters}”`
}
