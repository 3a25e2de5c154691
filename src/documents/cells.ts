/** Cells and names of spreadsheets. */

/** A text cell, so that no name is taken for a formula; nothing for an empty one. */
export function textCell(value: string | null) {
  return value === null || value === '' ? null : { type: String, value }
}

/** A sheet's name has at most 31 letters, and none of these. */
const MOST_LETTERS = 31
const NOT_IN_A_NAME = /[\\/?*[\]:]/g

export function sheetName(location: string): string {
  const name = location
    .replace(NOT_IN_A_NAME, ' ')
    .replace(/^'+|'+$/g, '')
    .trim()
    .slice(0, MOST_LETTERS)
  return name === '' ? 'Active users' : name
}
