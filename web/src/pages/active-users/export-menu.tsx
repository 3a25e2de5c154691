import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { exportAddress, type View } from '../../api/active-users'

/** Exactly what is shown: the same filters, order and instant. */
export function ExportMenu({ view }: { readonly view: View }) {
  const { t } = useTranslation()
  return (
    <Menu position="bottom-end" shadow="lg" width={220}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} stroke={1.7} />}>
          {t('export.title')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('export.about')}</Menu.Label>
        <Menu.Item component="a" href={exportAddress(view, 'csv')} download>
          CSV
        </Menu.Item>
        <Menu.Item component="a" href={exportAddress(view, 'xlsx')} download>
          {t('export.xlsx')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
