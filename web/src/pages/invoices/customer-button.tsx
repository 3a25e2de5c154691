/** A customer’s name, which opens his evidence. */
import { UnstyledButton } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import classes from './invoice-page.module.css'

interface CustomerButtonProps {
  readonly customerId: number
  readonly name: string
}

export function CustomerButton({ customerId, name }: CustomerButtonProps) {
  const navigate = useNavigate()
  return (
    <UnstyledButton
      className={classes.name}
      onClick={() => void navigate({ to: '.', search: (before) => ({ ...before, customer: customerId }) })}
    >
      {name}
    </UnstyledButton>
  )
}
