import writeExcelFile from 'write-excel-file/node'
import { sheetName, textCell } from '#documents/cells'
import type { ActiveUser } from '#model/active-user'

/** What a heading over the list says. */
export interface ListHeading {
  readonly location: string
  readonly windowFrom: string
  readonly asOf: string
  readonly ruleSet: string
}

/** What each column says of an active user; a source has its label. */
const COLUMNS = [
  { heading: 'Customer', width: 30, cell: ({ name }) => textCell(name) },
  { heading: 'Company', width: 28, cell: ({ company }) => textCell(company) },
  { heading: 'E-mail', width: 32, cell: ({ email }) => textCell(email) },
  { heading: 'External id', width: 14, cell: ({ externalId }) => textCell(externalId) },
  { heading: 'Kind', width: 10, cell: ({ kind }) => textCell(kind === 'member' ? 'Member' : 'Contact') },
  { heading: 'Suspended', width: 11, cell: ({ isSuspended }) => mark(isSuspended) },
  { heading: 'Archived', width: 10, cell: ({ isArchived }) => mark(isArchived) },
  { heading: 'Sources', width: 36, cell: ({ sources }, label) => textCell(sources.map(label).join(', ')) },
  { heading: 'Disputable', width: 11, cell: ({ isDisputable }) => mark(isDisputable) },
  { heading: 'Teams', width: 28, cell: ({ teams }) => textCell(teams.join('; ')) },
  {
    heading: 'First evidence (UTC)',
    width: 22,
    cell: ({ firstEvidenceAt }) => ({
      type: Date,
      value: new Date(firstEvidenceAt),
      format: 'yyyy-mm-dd hh:mm:ss',
    }),
  },
] as const satisfies readonly {
  readonly heading: string
  readonly width: number
  readonly cell: (user: ActiveUser, label: Label) => object | null
}[]

type Label = (source: ActiveUser['sources'][number]) => string

/**
 * Active users as an Excel file: the list, and a second sheet that says of what and as of when. Every
 * name is a text cell, so that none is taken for a formula.
 * @param label the label of a source
 */
export function activeUsersXlsx(
  users: readonly ActiveUser[],
  heading: ListHeading,
  label: Label,
): Promise<Buffer> {
  const rows = users.map((user) => COLUMNS.map(({ cell }) => cell(user, label)))
  const head = COLUMNS.map(({ heading: value }) => ({ type: String, value, fontWeight: 'bold' as const }))
  return writeExcelFile([
    {
      data: [head, ...rows],
      sheet: sheetName(heading.location),
      columns: COLUMNS.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
    },
    { data: about(users.length, heading), sheet: 'About this list', columns: [{ width: 18 }, { width: 40 }] },
  ]).toBuffer()
}

function about(count: number, { location, windowFrom, asOf, ruleSet }: ListHeading) {
  return [
    [textCell('Location'), textCell(location)],
    [textCell('Active users'), { type: Number, value: count }],
    [textCell('Since'), textCell(windowFrom)],
    [textCell('As of'), textCell(asOf)],
    [textCell('Rule set'), textCell(ruleSet)],
  ]
}

/** A cross, as people set it in such columns. */
function mark(isSo: boolean) {
  return textCell(isSo ? 'x' : null)
}
