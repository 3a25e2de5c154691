/** What a schema refuses, as a fault of a field. */
import type { z } from 'zod'
import { type Fault, fault, faultOfSentence } from '#model/field-fault'

type Issue = z.core.$ZodIssue

/** The sentence of a refinement counts before its sort; undefined for what no form sends. */
export function faultOfIssue(issue: Issue): Fault | undefined {
  return faultOfSentence(issue.message) ?? faultOfSort(issue)
}

function faultOfSort(issue: Issue): Fault | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return / received undefined$/.test(issue.message) ? fault('missing') : wrongType(issue.expected)
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum))
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum))
    case 'invalid_value':
      return fault('not_a_choice', { choices: issue.values.map(String).join(', ') })
    case 'unrecognized_keys':
      return fault('unknown_field')
    default:
      return undefined
  }
}

function wrongType(expected: string): Fault | undefined {
  if (expected === 'int') return fault('not_whole')
  if (expected === 'number') return fault('not_a_number')
  return expected === 'string' ? fault('not_a_text') : undefined
}

function tooSmall(origin: string, least: number): Fault {
  if (origin === 'string') return least === 1 ? fault('missing') : fault('too_short', { least })
  return origin === 'array' ? fault('too_few', { least }) : fault('at_least', { least })
}

function tooBig(origin: string, most: number): Fault {
  if (origin === 'string') return fault('too_long', { most })
  return origin === 'array' ? fault('too_many', { most }) : fault('at_most', { most })
}
