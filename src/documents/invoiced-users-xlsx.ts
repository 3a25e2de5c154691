/** The list that was frozen with a platform invoice, as an Excel file. */
import writeExcelFile from 'write-excel-file/node'
import type { InvoiceContent } from '#billing/invoice'
import { sheetName, textCell } from '#documents/cells'
import { evidenceText } from '#documents/evidence-text'
import type { InvoicedUser } from '#model/invoiced-user'
import type { Source } from '#model/source'

const HEADINGS = ['Customer', 'External id', 'Sources', 'Evidence']

/** The list, and a second sheet that says of which invoice. @param label the label of a source */
export function invoicedUsersXlsx(
  users: readonly InvoicedUser[],
  invoice: InvoiceContent,
  label: (source: Source) => string,
): Promise<Buffer> {
  const head = HEADINGS.map((value) => ({ type: String, value, fontWeight: 'bold' as const }))
  const rows = users.map((user) => [
    textCell(user.name),
    textCell(user.externalId),
    textCell(user.sources.map(label).join(', ')),
    textCell(evidenceText(user)),
  ])
  const about = [
    [textCell('Platform invoice'), { type: Number, value: invoice.number }],
    [textCell('Location'), textCell(invoice.location.name)],
    [textCell('Cut-off'), textCell(invoice.cutOffAt)],
    [textCell('Since'), textCell(invoice.windowFrom)],
    [textCell('Active users'), { type: Number, value: users.length }],
    [textCell('Rule set'), textCell(invoice.ruleSet)],
  ]
  return writeExcelFile([
    {
      data: [head, ...rows],
      sheet: sheetName(invoice.location.name),
      columns: [30, 14, 36, 60].map((width) => ({ width })),
      stickyRowsCount: 1,
    },
    { data: about, sheet: 'About this list', columns: [{ width: 18 }, { width: 40 }] },
  ]).toBuffer()
}
