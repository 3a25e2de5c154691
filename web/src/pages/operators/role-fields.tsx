/** A role, and for some roles the locations that it is for. */
import { MultiSelect, Radio, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../../api/client'
import { usePlace } from '../../components/use-place'

export type Role = Schemas['Role']

export interface RoleChosen {
  readonly role: Role
  /** Numbers of locations as text; empty for all. */
  readonly locations: readonly string[]
}

interface RoleFieldsProps {
  readonly roles: readonly Role[]
  readonly value: RoleChosen
  readonly onChange: (value: RoleChosen) => void
}

export function hasLocations(role: Role): boolean {
  return role === 'location_manager' || role === 'viewer'
}

export function RoleFields({ roles, value, onChange }: RoleFieldsProps) {
  const { t } = useTranslation()
  const { locations = [] } = usePlace()
  return (
    <>
      <Radio.Group
        label={t('operators.role')}
        value={value.role}
        onChange={(role) => onChange({ ...value, role: role as Role })}
      >
        <Stack gap={10} mt={8}>
          {roles.map((role) => (
            <Radio
              key={role}
              value={role}
              label={<span className="capital">{t(`roles.${role}.name`)}</span>}
              description={t(`roles.${role}.about`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {hasLocations(value.role) && (
        <MultiSelect
          label={t('operators.locations')}
          description={t('operators.locationsNote')}
          data={locations.map(({ locationId, name }) => ({ value: String(locationId), label: name }))}
          value={[...value.locations]}
          onChange={(chosen) => onChange({ ...value, locations: chosen })}
          searchable
          limit={100}
        />
      )}
    </>
  )
}
