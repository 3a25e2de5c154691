/** Finds which reason an English sentence of a report is, with the names and figures in it. */
import { importReasonsEn } from '../texts/import-reasons-en.ts'

const { clauses, sentences } = importReasonsEn.importReasons
const SKIPPED = '; the record is skipped'

export interface Reason {
  /** Where the catalogue has its words. */
  readonly key: string
  readonly values: Readonly<Record<string, string>>
  /** Of a clause that follows the name of its field. */
  readonly isClause: boolean
  readonly isSkipped: boolean
}

/** @returns undefined for what has no words in the catalogue */
export function findReason(field: string, reason: string): Reason | undefined {
  const sentence = findAmong('sentences', sentences, reason)
  if (sentence !== undefined) return { ...sentence, isClause: false, isSkipped: false }
  if (!reason.startsWith(`${field} `) || !reason.endsWith('.')) return undefined
  const told = reason.slice(field.length + 1, -1)
  const isSkipped = told.endsWith(SKIPPED)
  const clause = findAmong('clauses', clauses, isSkipped ? told.slice(0, -SKIPPED.length) : told)
  return clause && { ...clause, isClause: true, isSkipped }
}

/** The longest that fits: a place for a name holds any words. */
function findAmong(group: string, texts: Readonly<Record<string, string>>, told: string) {
  const byLength = Object.entries(texts).sort(([, a], [, b]) => b.length - a.length)
  for (const [name, text] of byLength) {
    const values = patternOf(text).exec(told)?.groups
    if (values !== undefined) return { key: `importReasons.${group}.${name}`, values: { ...values } }
  }
  return undefined
}

function patternOf(text: string): RegExp {
  const literal = text.replace(/[.*+?^$()|[\]\\]/g, '\\$&')
  // a group that is always there, so that a text without places has groups too
  return new RegExp(`^(?<all>${literal.replaceAll(/\{\{(\w+)\}\}/g, '(?<$1>.+)')})$`, 's')
}
