import writeExcelFile from 'write-excel-file/node'
import type { ActiveUser } from '#model/active-user'

/** What a heading over the list says. */
export interface ListHeading {
  readonly location: string
  readonly windowFrom: string
  readonly asOf: string
  readonly ruleSet: string
}

/** A sheet's name has at most 31 letters, and none of these. */
const MOST_LETTERS = 31
const NOT_IN_A_NAME = /[\\/?*[\]:]/g

const HEADINGS = ['Customer', 'Company', 'E-mail', 'External id', 'Sources', 'First evidence (UTC)']
const WIDTHS = [30, 28, 32, 14, 36, 22]

/**
 * Active users as an Excel file: the list, and a second sheet that says of what and as of when. Every
 * name is a text cell, so that none is taken for a formula.
 * @param label the label of a source
 */
export function activeUsersXlsx(
  users: readonly ActiveUser[],
  heading: ListHeading,
  label: (source: ActiveUser['sources'][number]) => string,
): Promise<Buffer> {
  const rows = users.map((user) => [
    text(user.name),
    text(user.company),
    text(user.email),
    text(user.externalId),
    text(user.sources.map(label).join(', ')),
    { type: Date, value: new Date(user.firstEvidenceAt), format: 'yyyy-mm-dd hh:mm:ss' },
  ])
  const head = HEADINGS.map((value) => ({ type: String, value, fontWeight: 'bold' as const }))
  return writeExcelFile([
    {
      data: [head, ...rows],
      sheet: sheetName(heading.location),
      columns: WIDTHS.map((width) => ({ width })),
      stickyRowsCount: 1,
    },
    { data: about(users.length, heading), sheet: 'About this list', columns: [{ width: 18 }, { width: 40 }] },
  ]).toBuffer()
}

function about(count: number, { location, windowFrom, asOf, ruleSet }: ListHeading) {
  return [
    [text('Location'), text(location)],
    [text('Active users'), { type: Number, value: count }],
    [text('Since'), text(windowFrom)],
    [text('As of'), text(asOf)],
    [text('Rule set'), text(ruleSet)],
  ]
}

function text(value: string | null) {
  return value === null || value === '' ? null : { type: String, value }
}

function sheetName(location: string): string {
  const name = location
    .replace(NOT_IN_A_NAME, ' ')
    .replace(/^'+|'+$/g, '')
    .trim()
    .slice(0, MOST_LETTERS)
  return name === '' ? 'Active users' : name
}
