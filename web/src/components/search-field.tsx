/** A search that stands in the address of the page, written there once typing pauses. */
import { TextInput, type TextInputProps } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

interface SearchFieldProps extends Pick<TextInputProps, 'w' | 'className'> {
  readonly value: string
}

const TYPING_MS = 150

export function SearchField({ value, ...look }: SearchFieldProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [typed, setTyped] = useState(value)
  const search = useDebouncedCallback((text: string) => {
    const asked = text.trim() === '' ? undefined : text.trim()
    void navigate({ to: '.', replace: true, search: (before) => ({ ...before, search: asked }) })
  }, TYPING_MS)
  return (
    <TextInput
      {...look}
      type="search"
      leftSection={<IconSearch size={15} stroke={1.7} />}
      placeholder={t('activeUsers.search')}
      aria-label={t('activeUsers.search')}
      maxLength={200}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        search(event.currentTarget.value)
      }}
    />
  )
}
