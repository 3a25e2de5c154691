import { show } from '#connectors/map-batch'
import type { FieldsOf, WireTeam } from '#connectors/nexudus/wire-types'
import { parseId } from '#connectors/read-fields'
import type { TeamRecord } from '#model/records'

export function mapTeam(fields: FieldsOf<WireTeam>): TeamRecord | null {
  const externalId = fields.id('Id')
  return {
    kind: 'team',
    externalId,
    name: fields.text('Name') ?? `Team ${externalId}`,
    hasMergedBilling: fields.boolean('CreateSingleInvoiceForTeam', false),
    payingCustomerExternalId: fields.optionalId('PayingMemberId'),
    memberExternalIds: readMembers(fields),
    updatedAt: fields.looseInstant('UpdatedOn'),
  }
}

/** A list of teams has the members as one text, a team read by its id has them as an array. */
function readMembers(fields: FieldsOf<WireTeam>): string[] {
  const members = fields.raw('TeamMembers')
  if (Array.isArray(members)) return readIds(fields, 'TeamMembers', members)
  if (fields.has('TeamMembers')) fields.reject('TeamMembers', 'not_a_list')
  const list = fields.raw('CoworkerIds')
  if (typeof list === 'string') {
    return readIds(
      fields,
      'CoworkerIds',
      list.split(',').filter((id) => id.trim() !== ''),
    )
  }
  return typeof list === 'number' ? readIds(fields, 'CoworkerIds', [list]) : []
}

/** A member that cannot be read costs the team that member only. */
function readIds(
  fields: FieldsOf<WireTeam>,
  field: 'TeamMembers' | 'CoworkerIds',
  values: readonly unknown[],
): string[] {
  const ids = new Set<string>()
  for (const value of values) {
    const id = parseId(value)
    if (id === null) fields.warn(field, 'member_not_an_id', { value: show(value) })
    else ids.add(id)
  }
  return [...ids]
}
