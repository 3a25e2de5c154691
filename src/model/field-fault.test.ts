import { expect, test } from 'vitest'
import { FIELD_FAULTS, type FieldFaultCode, fault, faultOfSentence, faultSentence } from '#model/field-fault'

test('each sentence tells its own fault, with its values', () => {
  for (const code of Object.keys(FIELD_FAULTS) as FieldFaultCode[]) {
    const names = [...FIELD_FAULTS[code].matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
    const values = Object.fromEntries(names.map((name, at) => [name, String(17 + at)]))
    const told = fault(code, values)
    expect(faultOfSentence(faultSentence(told))).toEqual(told)
  }
})
