/** The JSON documents that programs rely on, checked to the last key. */
import { expect } from 'vitest'
import { SOURCES, type Source } from '#model/source'

export interface CountDocument {
  readonly asOf: string
  readonly ruleSet: string
  readonly locations: readonly {
    readonly locationId: number
    readonly externalId: string
    readonly name: string
    readonly windowFrom: string
    readonly count: number
    readonly bySource: Readonly<Record<Source, number>>
  }[]
  readonly distinctCustomers: number
}

export interface ListDocument {
  readonly asOf: string
  readonly ruleSet: string
  readonly location: {
    readonly locationId: number
    readonly externalId: string
    readonly name: string
    readonly windowFrom: string
  }
  readonly total: number
  readonly nextCursor: string | null
  readonly activeUsers: readonly {
    readonly customerId: number
    readonly externalId: string
    readonly name: string
    readonly email: string | null
    readonly kind: 'member' | 'contact'
    readonly isSuspended: boolean
    readonly isArchived: boolean
    readonly sources: readonly Source[]
    readonly isDisputable: boolean
    readonly teams: readonly string[]
    readonly firstEvidenceAt: string
  }[]
}

type Check = (value: unknown, path: string) => void

/** ISO 8601, UTC, with milliseconds, and a day that there is. */
const instant: Check = (value, path) => {
  expect(value, path).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  expect(new Date(String(value)).toISOString(), path).toBe(value)
}

const text: Check = (value, path) => {
  expect(typeof value, path).toBe('string')
  expect(value, path).not.toBe('')
}

const textOrNull: Check = (value, path) => {
  if (value !== null) text(value, path)
}

const whole: Check = (value, path) => {
  expect(Number.isInteger(value), path).toBe(true)
  expect(value, path).toBeGreaterThanOrEqual(0)
}

const truth: Check = (value, path) => expect(typeof value, path).toBe('boolean')

const source: Check = (value, path) => expect(SOURCES, path).toContain(value)

const ruleSet: Check = (value, path) => expect(value, path).toMatch(/^\d{4}-\d\d$/)

function arrayOf(check: Check): Check {
  return (value, path) => {
    expect(Array.isArray(value), path).toBe(true)
    for (const [index, item] of (value as unknown[]).entries()) check(item, `${path}[${index}]`)
  }
}

/** Every key must be there; of others only those in `more` may be. */
function object(keys: Readonly<Record<string, Check>>, more: Readonly<Record<string, Check>> = {}): Check {
  return (value, path) => {
    expect(typeof value === 'object' && value !== null && !Array.isArray(value), path).toBe(true)
    const found = value as Record<string, unknown>
    expect(Object.keys(found), path).toEqual(expect.arrayContaining(Object.keys(keys)))
    for (const [key, item] of Object.entries(found)) {
      const check = keys[key] ?? more[key]
      expect(check, `${path}.${key} is not in the document's description`).toBeDefined()
      check?.(item, `${path}.${key}`)
    }
  }
}

const place = { locationId: whole, externalId: text, name: text, windowFrom: instant }

const figures = object(Object.fromEntries(SOURCES.map((name) => [name, whole])))

const countShape = object({
  asOf: instant,
  ruleSet,
  locations: arrayOf(
    object(
      {
        ...place,
        count: whole,
        bySource: figures,
      },
      { networkId: whole },
    ),
  ),
  distinctCustomers: whole,
})

const listShape = object({
  asOf: instant,
  ruleSet,
  location: object({ ...place, timeZone: text }, { networkId: whole }),
  total: whole,
  figures: object({ total: whole, bySource: figures, onlyBecauseOf: figures }),
  nextCursor: textOrNull,
  activeUsers: arrayOf(
    object(
      {
        customerId: whole,
        externalId: text,
        name: text,
        email: textOrNull,
        kind: text,
        isSuspended: truth,
        isArchived: truth,
        sources: arrayOf(source),
        isDisputable: truth,
        teams: arrayOf(text),
        firstEvidenceAt: instant,
      },
      { company: textOrNull },
    ),
  ),
})

export function asCount(value: unknown): CountDocument {
  countShape(value, 'count')
  return value as CountDocument
}

export function asList(value: unknown): ListDocument {
  listShape(value, 'list')
  return value as ListDocument
}
