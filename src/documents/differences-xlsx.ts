/** Who stands on one side of a reconciliation alone, as an Excel file. */
import writeExcelFile from 'write-excel-file/node'
import { sheetName, textCell } from '#documents/cells'
import type { DifferenceTold } from '#model/difference'
import type { Source } from '#model/source'

const HEADINGS = ['Customer', 'External id', 'Side', 'Reason', 'Source', 'All sources']

interface Compared {
  readonly location: { readonly name: string }
  readonly invoice: {
    readonly number: number
    readonly cutOffAt: string
    readonly activeUsers: number
  }
  readonly other: { readonly number: number | null; readonly asOf: string; readonly activeUsers: number }
  readonly differences: readonly DifferenceTold[]
}

/** The customers, and a second sheet that says what was compared. @param label the label of a source */
export function differencesXlsx(
  { location, invoice, other, differences }: Compared,
  label: (source: Source) => string,
): Promise<Buffer> {
  const head = HEADINGS.map((value) => ({ type: String, value, fontWeight: 'bold' as const }))
  const rows = differences.map((one) => [
    textCell(one.name),
    textCell(one.externalId),
    textCell(one.side),
    textCell(one.reason.replaceAll('_', ' ')),
    textCell(one.source === null ? null : label(one.source)),
    textCell(one.sources.map(label).join(', ')),
  ])
  const figure = (value: number) => ({ type: Number, value })
  const about = [
    [textCell('Location'), textCell(location.name)],
    [textCell('Platform invoice'), figure(invoice.number)],
    [textCell('Cut-off'), textCell(invoice.cutOffAt)],
    [textCell('Active users'), figure(invoice.activeUsers)],
    [
      textCell('Compared with'),
      textCell(other.number === null ? 'the count' : `platform invoice ${other.number}`),
    ],
    [textCell('As of'), textCell(other.asOf)],
    [textCell('Active users'), figure(other.activeUsers)],
  ]
  return writeExcelFile([
    {
      data: [head, ...rows],
      sheet: sheetName(location.name),
      columns: [30, 14, 8, 24, 20, 36].map((width) => ({ width })),
      stickyRowsCount: 1,
    },
    { data: about, sheet: 'About this list', columns: [{ width: 18 }, { width: 40 }] },
  ]).toBuffer()
}
