/** A name that opens the evidence of whom it is. */
import { UnstyledButton } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import classes from './customer-name.module.css'

interface CustomerNameProps {
  /** Null for nobody who is known here. */
  readonly customerId: number | null
  readonly name: string
}

export function CustomerName({ customerId, name }: CustomerNameProps) {
  const navigate = useNavigate()
  if (customerId === null) return <span className={classes.name}>{name}</span>
  return (
    <UnstyledButton
      className={classes.name}
      onClick={() => void navigate({ to: '.', search: (before) => ({ ...before, customer: customerId }) })}
    >
      {name}
    </UnstyledButton>
  )
}
