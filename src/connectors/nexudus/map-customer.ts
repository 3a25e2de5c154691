import { isCreation, isDeletion } from '#connectors/nexudus/audit-types'
import type { FieldsOf, WireAuditEntry, WireCoworker } from '#connectors/nexudus/wire-types'
import { parseBoolean } from '#connectors/read-fields'
import type { CustomerChangeRecord, CustomerRecord } from '#model/records'

export function mapCustomer(fields: FieldsOf<WireCoworker>): CustomerRecord | null {
  const externalId = fields.id('Id')
  const company = fields.text('CompanyName')
  const email = fields.text('Email')
  const fullName = fields.text('FullName')
  const name = fullName ?? company ?? email ?? `Customer ${externalId}`
  if (fullName === null) fields.warn('FullName', 'customer_without_name', { name })
  return {
    kind: 'customer',
    externalId,
    name,
    email,
    company,
    isSuspended: !fields.boolean('Active', true),
    isArchived: fields.boolean('Archived', false),
    updatedAt: fields.looseInstant('UpdatedOn'),
  }
}

/** The audit trail holds changes of every kind of record; a count needs those of a customer's state. */
export function mapCustomerChange(fields: FieldsOf<WireAuditEntry>): CustomerChangeRecord | null {
  const property = readProperty(fields)
  if (property === null) return null
  const auditType = fields.raw('AuditType')
  // The entry of a created or deleted record stores no values.
  if ((isCreation(auditType) || isDeletion(auditType)) && !fields.has('OldValue')) return null
  const before = readState(fields, 'OldValue')
  const after = readState(fields, 'NewValue')
  const isOpposite = property === 'suspended'
  return {
    kind: 'customer_change',
    externalId: fields.id('Id'),
    customerExternalId: fields.id('EntityId'),
    at: fields.instant('CreatedOn'),
    property,
    before: isOpposite ? !before : before,
    after: isOpposite ? !after : after,
  }
}

function readProperty(fields: FieldsOf<WireAuditEntry>): CustomerChangeRecord['property'] | null {
  if (fields.raw('EntityShortName') !== 'Coworker') return null
  if (fields.raw('PropertyName') === 'Active') return 'suspended'
  return fields.raw('PropertyName') === 'Archived' ? 'archived' : null
}

function readState(fields: FieldsOf<WireAuditEntry>, field: 'OldValue' | 'NewValue'): boolean {
  const state = parseBoolean(fields.raw(field))
  if (state === null) fields.reject(field, 'not_a_boolean')
  return state ?? false
}
