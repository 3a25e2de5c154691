/** A part of a settings page: what it is on the left, its controls on the right. */
import type { ReactNode } from 'react'
import classes from './settings-section.module.css'

interface SettingsSectionProps {
  readonly title: string
  readonly description?: ReactNode
  readonly children: ReactNode
}

export function SettingsSection({ title, description, children }: SettingsSectionProps) {
  return (
    <section className={classes.section}>
      <header>
        <h2>{title}</h2>
        {description !== undefined && <p>{description}</p>}
      </header>
      <div className={classes.body}>{children}</div>
    </section>
  )
}
