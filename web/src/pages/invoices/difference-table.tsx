import { Button, Group } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Reconciliation } from '../../api/billing'
import { CustomerName } from '../../components/customer-name'
import { useFormat } from '../../components/format'
import { SourceChips } from '../../components/source-label'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { FilterChip } from '../../ui/filter-chip'
import { ScrollArea } from '../../ui/scroll-area'
import table from '../../ui/table.module.css'
import { isLong, VirtualRows } from '../../ui/virtual-rows'
import classes from './invoice-page.module.css'

const route = getRouteApi('/panel/settings/subscription/invoices/$number')

interface DifferenceTableProps {
  readonly found: Reconciliation
  readonly exports: readonly (readonly ['csv' | 'xlsx', string])[]
}

const ROW_HEIGHT = 49

/** Who stands on one side alone, each with the reason; a row opens the evidence on both sides. */
export function DifferenceTable({ found, exports }: DifferenceTableProps) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const navigate = useNavigate()
  const { reason } = route.useSearch()
  const { differences } = found
  const reasons = [...new Set(differences.map((one) => one.reason))]
  const shown = differences.filter((one) => reason === undefined || one.reason === reason)
  const show = (chosen: string | undefined) =>
    void navigate({ to: '.', search: (before) => ({ ...before, reason: chosen }) })
  return (
    <Card
      title={t('difference.people')}
      description={t('difference.peopleAbout')}
      actions={
        <Group gap="xs">
          {exports.map(([format, href]) => (
            <Button key={format} component="a" href={href} download variant="default" size="xs">
              {format.toUpperCase()}
            </Button>
          ))}
        </Group>
      }
      isFlush
    >
      <fieldset
        className={classes.chips}
        style={{ border: 0, margin: 0, padding: '14px 20px' }}
        aria-label={t('difference.byReason')}
      >
        <FilterChip
          isOn={reason === undefined}
          onToggle={() => show(undefined)}
          figure={number(differences.length)}
        >
          {t('difference.every')}
        </FilterChip>
        {reasons.map((one) => (
          <FilterChip
            key={one}
            isOn={reason === one}
            onToggle={() => show(reason === one ? undefined : one)}
            figure={number(differences.filter((difference) => difference.reason === one).length)}
          >
            {t(`difference.reason.${one}`)}
          </FilterChip>
        ))}
      </fieldset>
      {shown.length === 0 && <EmptyState title={t('difference.nobody')} />}
      {shown.length > 0 && (
        <ScrollArea label={t('difference.people')}>
          <table
            className={`${table.table} ${table.stacked} ${isLong(shown.length) ? table.fixed : ''}`}
            aria-label={t('difference.people')}
            aria-rowcount={shown.length + 1}
          >
            <thead>
              <tr>
                <th scope="col">{t('table.column.name')}</th>
                <th scope="col">{t('difference.side')}</th>
                <th scope="col">{t('difference.why')}</th>
                <th scope="col">{t('table.column.sources')}</th>
              </tr>
            </thead>
            <VirtualRows
              items={shown}
              rowHeight={ROW_HEIGHT}
              rowOf={(one) => ({
                key: one.customerId,
                cells: (
                  <>
                    <td data-whole>
                      <CustomerName customerId={one.customerId} name={one.name} />
                    </td>
                    <td data-head={t('difference.side')}>{t(`difference.sides.${one.side}`)}</td>
                    <td data-head={t('difference.why')}>{t(`difference.reason.${one.reason}`)}</td>
                    <td data-whole>
                      <SourceChips sources={one.sources} />
                    </td>
                  </>
                ),
              })}
            />
          </table>
        </ScrollArea>
      )}
    </Card>
  )
}
