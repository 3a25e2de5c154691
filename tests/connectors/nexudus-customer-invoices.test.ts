import { describe, expect, it } from 'vitest'
import { mapCustomerInvoice, noteCredit, noteInvoiceLine } from '#connectors/nexudus/map-customer-invoice'
import { HARBOUR, MILL, network } from './nexudus-network.ts'
import { mapOne } from './support.ts'

describe('a customer invoice', () => {
  const GUID = 'e0000000-0000-4000-8000-000000065001'
  const wire = {
    Id: 65001,
    UniqueId: GUID,
    CoworkerId: 7002,
    BusinessId: 501,
    TotalAmount: 120,
    CreatedOn: '2026-11-12T06:00:00Z',
  }
  const ticket = { CoworkerInvoiceId: 65001, EventAttendeeUniqueId: 'f0000000-0000-4000-8000-000000000001' }
  const line = { CoworkerInvoiceId: 65001, EventAttendeeUniqueId: null }
  const byMill = { IssuedByUniqueId: MILL.toUpperCase() }
  const credit = { Id: 65002, CreditNote: true, OriginalInvoiceGuid: GUID.toUpperCase() }

  it.each<[string, object, string]>([
    ['issued', {}, 'issued'],
    ['with a total that cannot be read', { TotalAmount: 'much' }, 'issued'],
    ['of nothing', { TotalAmount: 0 }, 'zero_value'],
    ['of nothing, as text', { TotalAmount: '0.00' }, 'zero_value'],
    [
      'that is a credit note',
      { CreditNote: true, Draft: true, Void: true, TotalAmount: -120 },
      'credit_note',
    ],
    ['that is a draft', { Draft: true, Void: true, TotalAmount: 0 }, 'draft'],
    ['that is void', { Void: 'True', TotalAmount: 0 }, 'void'],
    ['that was credited', { CreditedAmount: 120 }, 'credited'],
    ['that was credited in part', { CreditedAmount: 119.99 }, 'issued'],
    ['of nothing, of which nothing was credited', { CreditedAmount: 0, TotalAmount: 0 }, 'zero_value'],
  ])('%s', (_title, change, evidenceKind) => {
    expect(mapOne(mapCustomerInvoice, { ...wire, ...change }, network()).record).toMatchObject({
      evidenceKind,
    })
  })

  it.each<[string, object[], string]>([
    ['one over all of it', [{ ...credit, TotalAmount: -120 }], 'credited'],
    ['one over all of it, with its sign lost', [{ ...credit, TotalAmount: 120 }], 'credited'],
    ['one that does not say how much', [credit], 'credited'],
    ['one over a part', [{ ...credit, TotalAmount: -50 }], 'issued'],
    [
      'two over parts that make all of it',
      [
        { ...credit, TotalAmount: -50 },
        { ...credit, Id: 65003, TotalAmount: -70 },
      ],
      'credited',
    ],
    [
      'one over a part that stands twice',
      [
        { ...credit, TotalAmount: -70 },
        { ...credit, TotalAmount: -70 },
      ],
      'issued',
    ],
    [
      'one over all of it that is void where it stands again',
      [
        { ...credit, TotalAmount: -120 },
        { ...credit, TotalAmount: -120, Void: true },
      ],
      'issued',
    ],
    ['a draft of one', [{ ...credit, TotalAmount: -120, Draft: true }], 'issued'],
    ['one that is void', [{ ...credit, TotalAmount: -120, Void: true }], 'issued'],
    ['one for another invoice', [{ ...credit, OriginalInvoiceGuid: HARBOUR }], 'issued'],
    ['an invoice that is no credit note', [{ ...credit, CreditNote: false }], 'issued'],
    [
      'one that names zeros',
      [{ ...credit, OriginalInvoiceGuid: '00000000-0000-0000-0000-000000000000' }],
      'issued',
    ],
  ])('with a credit note: %s', (_title, credits, evidenceKind) => {
    const context = network()
    for (const one of credits) mapOne(noteCredit, one, context)
    expect(mapOne(mapCustomerInvoice, wire, context).record).toMatchObject({ evidenceKind })
  })

  it.each<[string, object[], string[], string]>([
    ['no lines', [], ['501'], 'issued'],
    ['a line of its own', [line], ['501'], 'issued'],
    ['a line of another location', [{ ...line, ...byMill }], ['502'], 'issued'],
    ['lines of two locations', [line, { ...line, ...byMill }, line], ['501', '502'], 'issued'],
    ['a line that names its own location', [line, { ...line, IssuedByUniqueId: HARBOUR }], ['501'], 'issued'],
    ['a line of a location that was not exported', [{ ...line, IssuedByUniqueId: GUID }], ['501'], 'issued'],
    [
      'a line that names zeros for an attendee',
      [{ ...line, EventAttendeeUniqueId: '00000000-0000-0000-0000-000000000000' }],
      ['501'],
      'issued',
    ],
    ['only tickets', [ticket, ticket], ['501'], 'tickets_only'],
    ['only tickets of another location', [{ ...ticket, ...byMill }], ['502'], 'tickets_only'],
    ['a ticket of another location before a line', [{ ...ticket, ...byMill }, line], ['501'], 'issued'],
    ['a ticket of another location after a line', [line, { ...ticket, ...byMill }], ['501'], 'issued'],
    ['a line of another location and a ticket', [ticket, { ...line, ...byMill }, ticket], ['502'], 'issued'],
    ["another invoice's ticket", [{ ...ticket, CoworkerInvoiceId: 65002 }], ['501'], 'issued'],
  ])('with %s', (_title, lines, locationExternalIds, evidenceKind) => {
    const context = network()
    for (const one of lines) mapOne(noteInvoiceLine, one, context)
    const { record } = mapOne(mapCustomerInvoice, wire, context)
    expect([...(record?.locationExternalIds ?? [])].sort()).toEqual(locationExternalIds)
    expect(record?.evidenceKind).toBe(evidenceKind)
  })

  it('needs its own location only where its lines do not tell', () => {
    const context = network()
    mapOne(noteInvoiceLine, { ...line, ...byMill }, context)
    const mapped = mapOne(mapCustomerInvoice, { ...wire, BusinessId: null }, context)
    expect(mapped.record?.locationExternalIds).toEqual(['502'])
    expect(mapOne(mapCustomerInvoice, { ...wire, BusinessId: null }, network()).fault).toBe('BusinessId')
  })

  it.each<[string, object]>([
    ['CoworkerId', { CoworkerId: null }],
    ['CreatedOn', { CreatedOn: '' }],
    ['Draft', { Draft: 'x' }],
  ])('with an unusable %s is skipped', (fault, change) => {
    expect(mapOne(mapCustomerInvoice, { ...wire, ...change }, network())).toMatchObject({
      record: null,
      fault,
    })
  })
})
