// Records brought in through the page: the files of the templates themselves, and files that cannot be used.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { OPERATOR, openPanel, type Panel } from './panel.ts'

let panel: Panel
beforeAll(async () => {
  panel = await openPanel()
  await panel.server.addPlatformOperator(OPERATOR.email)
})
afterAll(() => panel.close())

interface Templates {
  readonly templates: readonly { readonly file: string; readonly text: string }[]
}

test('CSV files are packed, sent and brought in, and the report says how many of each', async () => {
  const { body } = await (await panel.api()).get<Templates>('/csv-templates')
  const page = await panel.visitSignedIn()
  await page.goto('/imports')
  await page.getByText('CSV files', { exact: true }).click()
  await page.getByLabel('Network', { exact: true }).fill('Spreadsheet network')
  await page.locator('input[type=file]').setInputFiles(
    body.templates.map(({ file, text }) => ({
      name: file,
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    })),
  )
  const run = page.getByRole('article')
  await run.getByText('Done').waitFor()
  await run.getByText('Spreadsheet network').waitFor()
  const customers = run.getByRole('row', { name: /^Customers / })
  expect(await customers.getByRole('cell').allTextContents()).toEqual(['Customers', '2', '2', '0', '0'])
  await page.getByRole('link', { name: 'Overview', exact: true }).click()
  await page.getByRole('heading', { name: 'Overview' }).waitFor()
  await page.getByRole('button', { name: /Spreadsheet network/ }).waitFor()
  await page.context().close()
})

test('what is no archive is refused with a sentence and what to do, and nothing comes in', async () => {
  const page = await panel.visitSignedIn()
  await page.goto('/imports')
  await page.locator('input[type=file]').setInputFiles({
    name: 'export.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from('not an archive'),
  })
  await page.getByRole('article').first().getByText('Failed').waitFor()
  expect(await page.getByRole('article').first().getByRole('alert').textContent()).toMatch(/archive|ZIP/i)
  expect(await panel.server.headcount.networks()).toHaveLength(1)
  await page.context().close()
})

test('a report gives its reasons in German by their codes, and one of an earlier version as it was kept', async () => {
  const { body } = await (await panel.api()).get<Templates>('/csv-templates')
  const page = await panel.visitSignedIn({ locale: 'de-DE' })
  await page.goto('/imports')
  await page.getByText('CSV-Dateien', { exact: true }).click()
  await page.getByLabel('Netzwerk', { exact: true }).fill('Tabellen')
  await page.locator('input[type=file]').setInputFiles(
    body.templates.map(({ file, text }) => ({
      name: file,
      mimeType: 'text/csv',
      buffer: Buffer.from(
        file === 'customers.csv'
          ? 'id,name,suspended,mood\nc-1,Ada Quill,false,good\nc-2,Kit Moss,maybe,'
          : text,
      ),
    })),
  )
  const run = page.getByRole('article').first()
  const reason = (name: string) => run.getByRole('cell', { name, exact: true }).first()
  await reason(
    'suspended ist weder wahr noch falsch (true oder false); der Datensatz wird übersprungen.',
  ).waitFor()
  await reason('Die Spalte mood ist unbekannt und wurde nicht gelesen.').waitFor()
  await reason(
    'Der Kunde c-2 gehört nicht zu diesem Netzwerk, deshalb wird der Datensatz ausgelassen.',
  ).waitFor()
  await panel.server.database.script(`update import_runs set report = jsonb_set(report, '{problems}', (
    select jsonb_agg(told - 'code' - 'values') from jsonb_array_elements(report -> 'problems') as told
  )) where report #> '{problems,0}' is not null`)
  await page.reload()
  await reason('suspended is neither true nor false; the record is skipped.').waitFor()
  await page.context().close()
})
