/** Where records stand in a folder of Cobot’s answers, for problems that are found after reading. */
import type { CobotContext, Space } from '#connectors/cobot/context'
import { fileOf, LIST_KINDS, SPACE_LISTS, SPACES_FILE, type SpaceList } from '#connectors/cobot/layout'
import type { NetworkedRecord, RecordField, RecordKind } from '#model/records'

export function kindsOfSpaces(spaces: readonly Space[]): Readonly<Record<string, RecordKind>> {
  const lists = spaces.flatMap(({ subdomain }) =>
    SPACE_LISTS.map((list) => [fileOf(list, subdomain), LIST_KINDS[list]] as const),
  )
  return Object.fromEntries([[SPACES_FILE, 'location'], ...lists])
}

export function placeInCobot(
  record: NetworkedRecord,
  field: RecordField,
  context: CobotContext,
): { file: string; field: string } {
  const list = listOf(record.kind)
  if (list === null) return { file: SPACES_FILE, field: 'id' }
  const subdomain = subdomainOf(record, context)
  const file = subdomain === undefined ? list : fileOf(list, subdomain)
  return { file, field: fieldOf(list, field) }
}

function listOf(kind: RecordKind): SpaceList | null {
  if (kind === 'contract') return 'memberships'
  return SPACE_LISTS.find((list) => LIST_KINDS[list] === kind) ?? null
}

function subdomainOf(record: NetworkedRecord, context: CobotContext): string | undefined {
  if (record.kind === 'team') return context.teams.get(record.externalId)
  const location = record.kind === 'customer_invoice' ? record.locationExternalIds[0] : locationOf(record)
  return context.spaces.find((space) => space.externalId === location)?.subdomain
}

function locationOf(record: NetworkedRecord): string | undefined {
  return 'locationExternalId' in record ? record.locationExternalId : undefined
}

function fieldOf(list: SpaceList, field: RecordField): string {
  if (list === 'teams') return 'memberships'
  if (field === 'price') return 'plan.total_price_per_cycle'
  if (list === 'memberships') return 'id'
  return list === 'bookings' ? 'membership.id' : 'membership_id'
}
