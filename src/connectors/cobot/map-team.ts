import type { CobotContext } from '#connectors/cobot/context'
import { isObject } from '#connectors/cobot/flatten'
import type { FieldOf } from '#connectors/cobot/layout'
import { show } from '#connectors/map-batch'
import type { RecordFields } from '#connectors/read-fields'
import type { TeamRecord } from '#model/records'

interface Member {
  readonly membership: string
  readonly name: string | null
  readonly isPaying: boolean
}

/** A team has no id of its own: it is called by the membership that pays, else by its first. */
export function mapTeam(fields: RecordFields<FieldOf<'teams'>>, context: CobotContext): TeamRecord | null {
  const members = readMembers(fields)
  const payer = members.find((member) => member.isPaying)
  const first = payer ?? members[0]
  if (first === undefined) {
    fields.reject('memberships', 'names_no_membership')
    return null
  }
  const externalId = `team-${first.membership}`
  context.teams.set(externalId, context.space.subdomain)
  return {
    kind: 'team',
    externalId,
    name: first.name === null ? `Team ${first.membership}` : `Team of ${first.name}`,
    // in Cobot a team is made when one member pays for others
    hasMergedBilling: payer !== undefined,
    payingCustomerExternalId: payer === undefined ? null : context.customerOf(payer.membership),
    memberExternalIds: [...new Set(members.map((member) => context.customerOf(member.membership)))],
    updatedAt: null,
  }
}

function readMembers(fields: RecordFields<FieldOf<'teams'>>): Member[] {
  const entries = fields.raw('memberships')
  if (!Array.isArray(entries)) return []
  return entries.flatMap((entry: unknown) => {
    const member = readMember(entry)
    if (member !== null) return [member]
    fields.warn('memberships', 'holds_no_membership', { value: show(entry) })
    return []
  })
}

function readMember(entry: unknown): Member | null {
  if (!isObject(entry) || !isObject(entry.membership)) return null
  const { id, name } = entry.membership
  if ((typeof id !== 'string' && typeof id !== 'number') || String(id).trim() === '') return null
  return {
    membership: String(id).trim(),
    name: typeof name === 'string' && name.trim() !== '' ? name.trim() : null,
    isPaying: entry.role === 'paying',
  }
}
