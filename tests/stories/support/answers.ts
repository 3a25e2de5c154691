/** What the product says to the questions of a story, in the story’s words. */

import { expect } from 'vitest'
import { countStatement } from '#counting/active-users'
import { listStatement } from '#counting/list'
import { DEFAULT_RULE_SET } from '#counting/rules'
import type { Scope } from '#counting/scope'
import type { Database } from '#database/database'
import { type Source, sourcesOf } from '#model/source'
import { countActiveUsers } from '#services/active-users/count'
import { explainCustomer } from '#services/active-users/explain'
import { listActiveUsers } from '#services/active-users/list'
import type { Context } from '#services/context'
import { programContext } from '#services/context'
import { type Line, readInstant } from './story.ts'
import { Words } from './words.ts'

/** Whom and what a story knows by now. */
export interface Known {
  readonly locations: readonly string[]
  readonly customers: readonly string[]
}

/** What a story says, and what the product says. */
interface Answer {
  readonly asked: readonly string[]
  readonly given: readonly string[]
}

interface Counted {
  readonly name: string
  readonly location: string
  readonly sources: readonly Source[]
}

export function isQuestion({ subject }: Line): boolean {
  return ['count', 'counted', 'invoiced', 'since', 'why'].includes(subject)
}

export async function answer(database: Database, question: Line, known: Known): Promise<Answer> {
  const context = programContext(database, () => new Date(question.at))
  if (question.subject === 'since') return since(context, question, known)
  if (question.subject === 'why') return explained(context, new Words(question), known)
  const counted = question.subject === 'invoiced' ? await invoiced(database, question) : await listed(context)
  if (question.subject !== 'invoiced') await checkEveryWay(context, counted, known)
  const expected = question.words.filter((word) => word !== 'nobody')
  if (question.words.length === 0) throw new Error(`Who counts, or “nobody”? ${question.text}`)
  const isAlone = known.locations.length < 2
  const given = counted.map(
    (one) => `${one.name}${isAlone ? '' : `@${one.location}`}:${one.sources.join('+')}`,
  )
  return { asked: expected.sort(), given: given.sort() }
}

/** The lists of all locations as of now. */
async function listed(context: Context): Promise<Counted[]> {
  const { locations } = await countActiveUsers(context)
  const counted: Counted[] = []
  for (const location of locations) {
    const { activeUsers } = await listActiveUsers(context, { location: location.externalId, limit: 100 })
    for (const { name, sources } of activeUsers) counted.push({ name, sources, location: location.name })
  }
  return counted
}

/** The count and the explanations must say what the list says. */
async function checkEveryWay(context: Context, counted: readonly Counted[], known: Known): Promise<void> {
  const count = await countActiveUsers(context)
  expect(count.distinctCustomers).toBe(new Set(counted.map((one) => one.name)).size)
  for (const { name: location, count: figure, bySource } of count.locations) {
    const here = counted.filter((one) => one.location === location)
    expect(figure).toBe(here.length)
    for (const [source, customers] of Object.entries(bySource)) {
      expect(customers, source).toBe(here.filter((one) => one.sources.includes(source as Source)).length)
    }
    for (const customer of known.customers) {
      const { isActiveUser, sources } = await explainCustomer(context, { customer, location })
      const expected = here.find((one) => one.name === customer)?.sources ?? []
      expect({ customer, isActiveUser, sources }).toEqual({
        customer,
        isActiveUser: expected.length > 0,
        sources: expected,
      })
    }
  }
}

/** Since when each counts at the first location, by the list in that order. */
async function since(context: Context, question: Line, known: Known): Promise<Answer> {
  const options = { location: known.locations[0] ?? '', sort: 'since', limit: 100 } as const
  const { activeUsers } = await listActiveUsers(context, options)
  const given = activeUsers.map(({ name, firstEvidenceAt }) => `${name}:${firstEvidenceAt}`)
  const asked = question.words.map((word) => {
    const [name, ...instant] = word.split(':')
    return `${name}:${new Date(readInstant(instant.join(':'))).toISOString()}`
  })
  return { asked, given }
}

/** Who counts for a platform invoice issued at the instant itself: the window before it, and the state at it. */
async function invoiced(database: Database, { at }: Line): Promise<Counted[]> {
  const [network] = await database.query<{ networkId: number }>({
    text: 'select network_id as "networkId" from networks',
    values: [],
  })
  const scope: Scope = { ...network, asOf: new Date(at), cutOff: 'before' }
  const counts = await database.query<{
    network_id: number
    location_id: number
    name: string
    active_users: number
  }>(countStatement(scope, DEFAULT_RULE_SET))
  const counted: Counted[] = []
  for (const { network_id: networkId, location_id: locationId, name: location, active_users } of counts) {
    const filter = { sources: [], search: null, sort: 'name', order: 'asc', limit: 100, after: null } as const
    const rows = await database.query<{ name: string | null; mask: number }>(
      listStatement({ ...scope, networkId, locationId }, DEFAULT_RULE_SET, filter),
    )
    const named = rows.filter((row) => row.name !== null)
    expect(named.length).toBe(active_users)
    for (const { name, mask } of named) counted.push({ name: name ?? '', sources: sourcesOf(mask), location })
  }
  return counted
}

async function explained(context: Context, words: Words, known: Known): Promise<Answer> {
  const customer = words.next()
  const location = words.after('at') ?? known.locations[0] ?? ''
  const { evidence } = await explainCustomer(context, { customer, location })
  const given = evidence.map(({ source, kind, silentReason, isDisputable }) => {
    const verdict = silentReason?.replaceAll('_', ' ') ?? (isDisputable ? 'is disputable' : 'counts')
    return `${source}.${kind} ${verdict}`
  })
  const asked = words
    .rest()
    .split(/\s*;\s*/)
    .filter((clause) => clause !== 'nothing')
  return { asked: asked.sort(), given: given.sort() }
}
