/** Text that every database and JSON reader can hold: no NUL characters, no halves of characters. */
export function cleanText(text: string): string {
  return text
    .replaceAll('\0', '')
    .replace(/\p{Surrogate}…$/u, '…') // a character that was cut in half to shorten the text
    .replace(/\p{Surrogate}/gu, '\ufffd')
}

/** A name from elsewhere that fits on a line and into an index: cleaned, one line, at most `most` letters. */
export function cleanName(text: string, most: number): string {
  return cleanText(text.slice(0, most))
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
}
