/**
 * One piece of a script that holds no end of a statement: a comment, a text, a quoted name, a
 * dollar-quoted body, or any other single character.
 */
const PIECE = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"[^"]*"|(\$[a-z_]*\$)[\s\S]*?\1|[\s\S]/giy

/** The statements of a script, for engines that take several definitions only one at a time (Citus). */
export function splitScript(script: string): string[] {
  const statements: string[] = []
  let statement = ''
  for (const [piece] of script.matchAll(PIECE)) {
    if (piece.startsWith('--') || piece.startsWith('/*')) statement += ' '
    else if (piece !== ';') statement += piece
    else {
      statements.push(statement)
      statement = ''
    }
  }
  return [...statements, statement].map((text) => text.trim()).filter((text) => text !== '')
}
