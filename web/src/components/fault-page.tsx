/** A page that could not be drawn. */
import { Container } from '@mantine/core'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { ProblemNotice } from './problem-notice'

export function FaultPage({ error, reset }: ErrorComponentProps) {
  return (
    <Container size="sm" py={80} component="main">
      <ProblemNotice error={error} onRetry={reset} />
    </Container>
  )
}
