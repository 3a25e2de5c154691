/** The evidence of the customer whom the address of the page names, at the side of it. */
import { CloseButton, Drawer } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './evidence-sheet.module.css'

interface EvidenceSheetProps {
  readonly isOpen: boolean
  readonly children: ReactNode
}

export function EvidenceSheet({ isOpen, children }: EvidenceSheetProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const close = () => void navigate({ to: '.', search: (before) => ({ ...before, customer: undefined }) })
  return (
    <Drawer
      opened={isOpen}
      onClose={close}
      position="right"
      size="min(100%, 520px)"
      padding="lg"
      withCloseButton={false}
      attributes={{ content: { 'aria-label': t('evidence.title') } }}
    >
      <CloseButton onClick={close} aria-label={t('common.close')} className={classes.close} />
      {isOpen && children}
    </Drawer>
  )
}
