/** The platform’s list, pasted or chosen, and exactly who differs. */
import { Button, FileButton, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BillAudit, ComparedPerson } from '../../api/bills'
import { CustomerName } from '../../components/customer-name'
import { useFormat } from '../../components/format'
import { ProblemNotice } from '../../components/problem-notice'
import { Card } from '../../ui/card'
import { ScrollArea } from '../../ui/scroll-area'
import table from '../../ui/table.module.css'
import classes from './bills.module.css'

type Comparison = NonNullable<BillAudit['comparison']>

interface ComparePartProps {
  readonly comparison: Comparison | null
  /** Active users that the bill asks for; null where it is not known. */
  readonly billed: number | null
  readonly isBusy: boolean
  readonly error: unknown
  readonly onCompare: (list: string | undefined) => void
}

export function ComparePart({ comparison, billed, isBusy, error, onCompare }: ComparePartProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const clear = () => {
    setText('')
    onCompare(undefined)
  }
  return (
    <>
      <Card title={t('bills.compare.title')} description={t('bills.compare.about')}>
        <Textarea
          aria-label={t('bills.compare.field')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          autosize
          minRows={3}
          maxRows={8}
          spellCheck={false}
        />
        <div className={classes.tools}>
          <Button onClick={() => onCompare(text)} disabled={text.trim() === ''} loading={isBusy}>
            {t('bills.compare.run')}
          </Button>
          <FileButton
            accept=".csv,.txt,text/csv,text/plain"
            onChange={(file) => void file?.text().then(setText)}
          >
            {(props) => (
              <Button {...props} variant="default">
                {t('bills.compare.file')}
              </Button>
            )}
          </FileButton>
          {(text !== '' || comparison !== null) && (
            <Button variant="subtle" onClick={clear}>
              {t('bills.compare.clear')}
            </Button>
          )}
        </div>
        {error !== null && (
          <div className={classes.block}>
            <ProblemNotice error={error} />
          </div>
        )}
      </Card>
      {comparison !== null && <Outcome comparison={comparison} billed={billed} />}
    </>
  )
}

function Outcome({
  comparison,
  billed,
}: {
  readonly comparison: Comparison
  readonly billed: number | null
}) {
  const { t, i18n } = useTranslation()
  const { number } = useFormat()
  const { rows, both, listedAlone, countedAlone, repeated } = comparison
  const people = [...listedAlone, ...countedAlone]
  return (
    <Card
      title={t('bills.compare.result')}
      description={t('bills.compare.resultAbout', { rows: number(rows), both: number(both) })}
      isFlush
    >
      <div className={classes.outcome}>
        {people.length === 0 && <p>{t('bills.compare.same')}</p>}
        {listedAlone.length > 0 && <p>{t('bills.compare.listedAlone', { count: listedAlone.length })}</p>}
        {countedAlone.length > 0 && <p>{t('bills.compare.countedAlone', { count: countedAlone.length })}</p>}
      </div>
      {billed !== null && billed !== rows && (
        <p className={classes.aside}>
          {t('bills.compare.rowsDiffer', { billed: number(billed), rows: number(rows) })}
        </p>
      )}
      {repeated.length > 0 && (
        <p className={classes.aside}>
          {t('bills.compare.repeated', {
            count: repeated.length,
            names: new Intl.ListFormat(i18n.language).format(repeated.map(({ name }) => name)),
          })}
        </p>
      )}
      {people.length > 0 && (
        <ScrollArea label={t('bills.compare.result')}>
          <table className={`${table.table} ${table.stacked}`} aria-label={t('bills.compare.result')}>
            <thead>
              <tr>
                <th scope="col">{t('bills.compare.person')}</th>
                <th scope="col">{t('bills.compare.why')}</th>
              </tr>
            </thead>
            <tbody>
              {people.map((person) => (
                <Row key={`${person.customerId} ${person.line}`} person={person} />
              ))}
            </tbody>
          </table>
        </ScrollArea>
      )}
    </Card>
  )
}

function Row({ person: { customerId, name, line, reason } }: { readonly person: ComparedPerson }) {
  const { t } = useTranslation()
  return (
    <tr>
      <td data-whole>
        <CustomerName customerId={customerId} name={name} />
        <div className={classes.quiet}>
          {t(line === null ? 'bills.compare.sides.counted' : 'bills.compare.sides.listed')}
          {line !== null && ` · ${t('bills.compare.line', { line })}`}
        </div>
      </td>
      <td data-whole>{t(`bills.reason.${reason}`)}</td>
    </tr>
  )
}
