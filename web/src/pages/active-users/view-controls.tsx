/** Filters with the figure that each would show, the search, and what the table looks like. */
import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconCheck, IconColumns3 } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isNarrowed, type View } from '../../api/active-users'
import type { Schemas } from '../../api/client'
import { useFormat } from '../../components/format'
import { SearchField } from '../../components/search-field'
import { SOURCES, type Source, SourceLabel } from '../../components/source-label'
import { FilterChip } from '../../ui/filter-chip'
import { MoreFilters } from './more-filters'
import { COLUMNS, type ShownColumns } from './shown-columns'
import classes from './view-controls.module.css'

type Figures = Schemas['ActiveUserPage']['figures']

interface ViewControlsProps {
  readonly view: View
  /** How many each filter by source would show; undefined while they come. */
  readonly figures: Figures | undefined
  readonly total: number | undefined
  readonly columns: ShownColumns
}

export function ViewControls({ view, figures, total, columns }: ViewControlsProps) {
  const { t } = useTranslation()
  const { number } = useFormat()
  return (
    <div className={classes.controls}>
      <SourceFilter chosen={view.sources} isOnly={view.narrowed.only === true} figures={figures} />
      <MoreFilters narrowed={view.narrowed} />
      <div className={classes.tools}>
        <SearchField value={view.search} className={classes.search} />
        <span className={classes.total} role="status">
          {isNarrowed(view) &&
            total !== undefined &&
            t('activeUsers.found', { count: total, shown: number(total) })}
        </span>
        <TableMenu {...columns} />
      </div>
    </div>
  )
}

interface SourceFilterProps {
  readonly chosen: readonly Source[]
  /** Whether only those are shown who count by one source alone. */
  readonly isOnly: boolean
  readonly figures: Figures | undefined
}

function SourceFilter({ chosen, isOnly, figures }: SourceFilterProps) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const navigate = useNavigate()
  const bySource = isOnly ? figures?.onlyBecauseOf : figures?.bySource
  const all = isOnly ? bySource && SOURCES.reduce((sum, one) => sum + bySource[one], 0) : figures?.total
  const show = (sources: readonly Source[]) =>
    void navigate({
      to: '.',
      search: (before) => ({ ...before, source: sources.length === 0 ? undefined : sources.join(',') }),
    })
  const toggle = (source: Source) =>
    show(chosen.includes(source) ? chosen.filter((one) => one !== source) : [...chosen, source])
  return (
    <fieldset className={classes.chips} aria-label={t('activeUsers.filterBySource')}>
      <FilterChip
        isOn={chosen.length === 0}
        onToggle={() => show([])}
        figure={all === undefined ? undefined : number(all)}
      >
        {t('activeUsers.everySource')}
      </FilterChip>
      {SOURCES.map((source) => (
        <FilterChip
          key={source}
          isOn={chosen.includes(source)}
          onToggle={() => toggle(source)}
          figure={bySource && number(bySource[source])}
        >
          <SourceLabel source={source} />
        </FilterChip>
      ))}
    </fieldset>
  )
}

function TableMenu({ shown, density, toggle, setDensity }: ShownColumns) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const checked = <IconCheck size={15} aria-hidden />
  return (
    <Menu
      position="bottom-end"
      shadow="lg"
      width={210}
      closeOnItemClick={false}
      opened={isOpen}
      onChange={setOpen}
    >
      <Menu.Target>
        <Tooltip label={t('table.look')} disabled={isOpen}>
          <ActionIcon variant="default" size={36} aria-label={t('table.look')}>
            <IconColumns3 size={17} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('table.columns')}</Menu.Label>
        {COLUMNS.map((column) => (
          <Menu.Item
            key={column}
            role="menuitemcheckbox"
            aria-checked={shown.includes(column)}
            rightSection={shown.includes(column) && checked}
            onClick={() => toggle(column)}
          >
            {t(`table.column.${column}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('table.density')}</Menu.Label>
        {(['relaxed', 'dense'] as const).map((one) => (
          <Menu.Item
            key={one}
            role="menuitemradio"
            aria-checked={density === one}
            rightSection={density === one && checked}
            onClick={() => setDensity(one)}
          >
            {t(`table.${one}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
