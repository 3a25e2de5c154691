// The OpenAPI document: valid in itself, complete, and true of what the server answers.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ERRORS } from '#errors'

interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly tags: readonly string[]
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly responses: Readonly<Record<string, object>>
}

const document = JSON.parse(readFileSync('openapi.json', 'utf8')) as {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

describe('the OpenAPI document', () => {
  test('is version 3.1, and each operation has a name of its own, a summary and a tag', () => {
    expect(document.openapi).toBe('3.1.0')
    const names = operations.map(({ operation }) => operation.operationId)
    expect(new Set(names).size).toBe(names.length)
    for (const { operation } of operations) {
      expect(operation.operationId).toMatch(/^[a-z][A-Za-z]+$/)
      expect(operation.summary).not.toBe('')
      expect(operation.tags).toHaveLength(1)
    }
  })

  test('has one address for each shape, whatever its parts are called', () => {
    const shapes = Object.keys(document.paths).map((path) => path.replace(/\{\w+\}/g, '{}'))
    expect(new Set(shapes).size).toBe(shapes.length)
  })

  test('describes each part of an address', () => {
    for (const { path, operation } of operations) {
      const parts = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const described = (operation.parameters ?? [])
        .filter((one) => one.in === 'path')
        .map(({ name }) => name)
      expect([path, described.sort()]).toEqual([path, parts.sort()])
    }
  })

  test('says of each operation what it answers, and that it can fail', () => {
    for (const { operation } of operations) {
      const statuses = Object.keys(operation.responses)
      expect(statuses).toContain('default')
      expect(statuses.filter((status) => /^2\d\d$/.test(status))).toHaveLength(1)
    }
  })

  test('errors have statuses that a client can act on', () => {
    for (const { status } of Object.values(ERRORS)) expect(status).toBeGreaterThanOrEqual(400)
  })
})
