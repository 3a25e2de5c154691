import { CobotContext } from '#connectors/cobot/context'
import { flatten } from '#connectors/cobot/flatten'
import { FIELDS, fileOf, SPACE_LISTS, SPACES_FILE, type SpaceList } from '#connectors/cobot/layout'
import { mapBooking } from '#connectors/cobot/map-booking'
import { mapInvoice } from '#connectors/cobot/map-invoice'
import { mapContract, mapCustomer } from '#connectors/cobot/map-membership'
import { mapSpace } from '#connectors/cobot/map-space'
import { mapTeam } from '#connectors/cobot/map-team'
import { kindsOfSpaces, placeInCobot } from '#connectors/cobot/record-places'
import { type MapRecord, mapBatch } from '#connectors/map-batch'
import { RecordFields } from '#connectors/read-fields'
import { openSourceFolder, type SourceFolder, withFileErrors } from '#connectors/source-folder'
import { streamJsonArray } from '#lib/json-array-stream'
import { recordProblem } from '#model/record-problem'
import type { NetworkedRecord, NetworkRecord, RecordReader } from '#model/records'

type Events = Parameters<RecordReader['read']>[0]

interface Step {
  readonly list: SpaceList
  readonly map: MapRecord<string, CobotContext>
  /** The list was read before: nobody should hear twice that a record is none, or has no id. */
  readonly isSecondOfTwo?: boolean
}

/** Each step goes through all spaces, so that a record comes after those that it points to. */
const STEPS: readonly Step[] = [
  { list: 'memberships', map: mapCustomer },
  { list: 'memberships', map: mapContract, isSecondOfTwo: true },
  { list: 'teams', map: mapTeam },
  { list: 'bookings', map: mapBooking },
  { list: 'invoices', map: mapInvoice },
]

/**
 * Reads a folder of answers of Cobot’s REST API: `spaces.json`, and for each space of it
 * `memberships-`, `teams-`, `bookings-` and `invoices-` followed by its subdomain.
 * @throws HeadcountError IMPORT_FOLDER_NOT_FOUND or IMPORT_FOLDER_EMPTY
 */
export async function openCobotFolder(dir: string): Promise<RecordReader> {
  const folder = await openSourceFolder(dir, [SPACES_FILE])
  // the spaces are few: what is known of them serves every later question
  const context = new CobotContext()
  const spaces = await readSpaces(folder, context)
  return {
    origin: 'cobot',
    network: async () => networkOf(spaces.records),
    placeOf: (record, field) => placeInCobot(record, field, context),
    kindOfFile: kindsOfSpaces(context.spaces),
    read: (events) => read(folder, context, { spaces, events }),
  }
}

interface Spaces {
  readonly records: readonly NetworkedRecord[]
  tell(events: Events): void
}

async function readSpaces(folder: SourceFolder, context: CobotContext): Promise<Spaces> {
  const told: ((events: Events) => void)[] = []
  const events: Events = {
    onProblem: (problem) => told.push((to) => to.onProblem(problem)),
    onProgress: (progress) => told.push((to) => to.onProgress?.(progress)),
  }
  const records: NetworkedRecord[] = []
  const source = { file: SPACES_FILE, paths: FIELDS.spaces, map: mapSpace }
  for await (const batch of readFile(folder, source, { context, events })) records.push(...batch)
  return {
    records,
    tell: (to) => {
      for (const one of told) one(to)
    },
  }
}

/** The only space is the network; which network several belong to, Cobot does not tell. */
function networkOf(locations: readonly NetworkedRecord[]): NetworkRecord | null {
  const [only, ...others] = locations.filter((record) => record.kind === 'location')
  if (only === undefined || others.length > 0) return null
  return { externalId: only.externalId, name: only.name }
}

async function* read(
  folder: SourceFolder,
  context: CobotContext,
  { spaces, events }: { spaces: Spaces; events: Events },
): AsyncGenerator<readonly NetworkedRecord[]> {
  spaces.tell(events)
  if (spaces.records.length > 0) yield spaces.records
  tellStrayLists(folder, context, events)
  for (const { list, map, isSecondOfTwo } of STEPS) {
    const heard = isSecondOfTwo ? { ...events, onProblem: unlessTold(events) } : events
    for (const space of context.spaces) {
      const file = fileOf(list, space.subdomain)
      if (!folder.has(file)) continue
      context.enter(space)
      yield* readFile(folder, { file, paths: FIELDS[list], map }, { context, events: heard })
    }
  }
}

/** A list of a space that is not among the spaces would be missed by nobody. */
function tellStrayLists({ names }: SourceFolder, { spaces }: CobotContext, { onProblem }: Events): void {
  const read = new Set(spaces.flatMap(({ subdomain }) => SPACE_LISTS.map((list) => fileOf(list, subdomain))))
  const isList = (name: string) => name.endsWith('.json') && SPACE_LISTS.some((list) => name.startsWith(list))
  for (const file of [...names].filter((name) => isList(name) && !read.has(name)).sort()) {
    const words = recordProblem('file_of_no_space', { file: SPACES_FILE })
    onProblem({ file, record: '', field: '', value: '', ...words, severity: 'warning' })
  }
}

function unlessTold({ onProblem }: Events): Events['onProblem'] {
  return (problem) => {
    if (problem.field !== 'id' && problem.field !== '') onProblem(problem)
  }
}

async function* readFile(
  folder: SourceFolder,
  source: {
    readonly file: string
    readonly paths: readonly string[]
    readonly map: MapRecord<string, CobotContext>
  },
  { context, events }: { context: CobotContext; events: Events },
): AsyncGenerator<readonly NetworkedRecord[]> {
  const { file, paths, map } = source
  const onProblem = events.onProblem.bind(events)
  const tools = { fields: new RecordFields<string>({}), idField: 'id', map, context, onProblem }
  for await (const batch of withFileErrors(file, streamJsonArray(folder.path(file)))) {
    const values = batch.values.map((value) => flatten(value, paths))
    const records = mapBatch({ ...batch, file, values, wrongShape: 'not_an_object' }, tools)
    const { firstPosition, bytesRead, bytesTotal } = batch
    events.onProgress?.({ file, bytesRead, bytesTotal, recordsRead: firstPosition - 1 + values.length })
    if (records.length > 0) yield records
  }
}
