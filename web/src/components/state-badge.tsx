/** A word beside a name that changes who counts; it leads to what the help says about it. */
import { Badge, type BadgeProps } from '@mantine/core'
import { HelpLink, PassedByHelpLink } from './help-link'

interface StateBadgeProps extends Pick<BadgeProps, 'size' | 'ml'> {
  readonly state: 'suspended' | 'archived' | 'disputable'
  readonly isPassedBy?: boolean
  readonly children: string
}

export function StateBadge({ state, isPassedBy = false, children, ...look }: StateBadgeProps) {
  const Around = isPassedBy ? PassedByHelpLink : HelpLink
  return (
    <Around to={state}>
      <Badge variant="default" style={{ cursor: 'inherit' }} {...look}>
        {children}
      </Badge>
    </Around>
  )
}
