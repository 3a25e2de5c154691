import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type InvoiceAsked, invoiceAddress } from '../../api/billing'

/** The files of a platform invoice. */
export function DocumentsMenu(asked: InvoiceAsked) {
  const { t } = useTranslation()
  const address = invoiceAddress(asked)
  const files = [
    ['pdfA4', `${address}/pdf?paper=A4`],
    ['pdfLetter', `${address}/pdf?paper=Letter`],
    ['csv', `${address}/active-users/export/csv`],
    ['xlsx', `${address}/active-users/export/xlsx`],
  ] as const
  return (
    <Menu position="bottom-end" shadow="lg" width={260}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} stroke={1.7} />}>
          {t('platformInvoices.documents.title')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {files.map(([name, href]) => (
          <Menu.Item key={name} component="a" href={href} download>
            {t(`platformInvoices.documents.${name}`)}
          </Menu.Item>
        ))}
        <Menu.Item
          component="a"
          href={`${address}/proof-pack`}
          download={`Platform invoice ${asked.number} proof pack.json`}
        >
          {t('platformInvoices.documents.proofPack')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
