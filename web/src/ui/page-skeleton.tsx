/** The shape of a page while it comes. */
import { Skeleton, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'

export function PageSkeleton() {
  const { t } = useTranslation()
  return (
    <Stack gap="lg" p="xl" aria-busy="true" aria-label={t('common.loading')} role="status">
      <Skeleton h={28} w={220} radius="sm" />
      <Skeleton h={92} radius="lg" />
      <Skeleton h={320} radius="lg" />
    </Stack>
  )
}
