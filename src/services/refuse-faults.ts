import { HeadcountError } from '#errors'
import type { FieldFault } from '#model/field-fault'

/** Tells every wrong field of a form at once. @throws FIELDS_INVALID where there are faults */
export function refuseFaults(faults: readonly FieldFault[]): void {
  const [first] = faults
  if (first === undefined) return
  throw new HeadcountError('FIELDS_INVALID', `${first.path} ${first.message}.`, { fields: faults })
}
