/** The instant that is asked about, on the clock of the location. */
import { Button, Popover, Stack, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCalendarTime } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../components/format'
import { Form } from '../../ui/form'
import { instantOf, wallTime } from '../../ui/zoned-time'

interface AsOfPickerProps {
  readonly asOf: string | undefined
  readonly timeZone: string
  readonly lastCutOff: string | undefined
}

export function AsOfPicker({ asOf, timeZone, lastCutOff }: AsOfPickerProps) {
  const { t } = useTranslation()
  const { instant } = useFormat()
  const [isOpen, { toggle, close }] = useDisclosure(false)
  const navigate = useNavigate()
  const choose = (chosen: string | undefined) => {
    close()
    void navigate({ to: '.', search: (before) => ({ ...before, as_of: chosen }) })
  }
  return (
    <Popover
      opened={isOpen}
      onChange={close}
      position="bottom-end"
      shadow="lg"
      width={280}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconCalendarTime size={16} stroke={1.7} />}
          onClick={toggle}
          aria-expanded={isOpen}
        >
          {asOf === undefined ? t('asOf.now') : t('asOf.at', { instant: instant(asOf, timeZone) })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <InstantForm
          key={String(isOpen)}
          asOf={asOf}
          timeZone={timeZone}
          onChoose={(at) => choose(at.toISOString())}
        />
        <Stack gap={4} mt="sm">
          {lastCutOff !== undefined && (
            <Button variant="subtle" justify="start" size="xs" onClick={() => choose(lastCutOff)}>
              {t('asOf.lastInvoice')}
            </Button>
          )}
          <Button variant="subtle" justify="start" size="xs" onClick={() => choose(undefined)}>
            {t('asOf.now')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

interface InstantFormProps {
  readonly asOf: string | undefined
  readonly timeZone: string
  readonly onChoose: (at: Date) => void
}

function InstantForm({ asOf, timeZone, onChoose }: InstantFormProps) {
  const { t } = useTranslation()
  const [wall, setWall] = useState(() => wallTime(asOf === undefined ? new Date() : new Date(asOf), timeZone))
  const [isWrong, setWrong] = useState(false)
  const submit = () => {
    const at = wall === '' ? new Date(Number.NaN) : instantOf(wall.slice(0, 16), timeZone)
    if (Number.isNaN(at.getTime())) setWrong(true)
    else onChoose(at)
  }
  return (
    <Form onSubmit={submit} gap="sm">
      <TextInput
        type="datetime-local"
        label={t('asOf.label')}
        description={timeZone.replaceAll('_', ' ')}
        error={isWrong ? t('asOf.wrong') : undefined}
        value={wall}
        onChange={(event) => setWall(event.currentTarget.value)}
        data-autofocus
      />
      <Button type="submit" size="xs">
        {t('asOf.show')}
      </Button>
    </Form>
  )
}
