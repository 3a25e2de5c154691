import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

type Format = 'csv' | 'xlsx'

interface ExportMenuProps {
  /** What will be in the file. */
  readonly about: string
  /** The address of the file; without one, `onChoose` makes it. */
  readonly addressOf?: (format: Format) => string
  readonly onChoose?: (format: Format) => void
  readonly isBusy?: boolean
  readonly isSmall?: boolean
}

export function ExportMenu({ about, addressOf, onChoose, isBusy = false, isSmall = false }: ExportMenuProps) {
  const { t } = useTranslation()
  return (
    <Menu position="bottom-end" shadow="lg" width={220}>
      <Menu.Target>
        <Button
          variant="default"
          size={isSmall ? 'xs' : 'sm'}
          leftSection={<IconDownload size={16} stroke={1.7} />}
          loading={isBusy}
        >
          {t('export.title')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{about}</Menu.Label>
        {(['csv', 'xlsx'] as const).map((format) =>
          addressOf === undefined ? (
            <Menu.Item key={format} onClick={() => onChoose?.(format)}>
              {t(`export.${format}`)}
            </Menu.Item>
          ) : (
            <Menu.Item key={format} component="a" href={addressOf(format)} download>
              {t(`export.${format}`)}
            </Menu.Item>
          ),
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
