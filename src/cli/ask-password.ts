/** A new password from a person, who types it twice, or from a program through the standard input. */
import { askSecret } from '#cli/ask-secret'
import { HeadcountError } from '#errors'

/** @throws INVALID_ARGUMENT where nobody is there to ask, who is there gives up, or the two differ */
export async function askPassword(fromInput: boolean): Promise<string> {
  const first = await askSecret('Password (10 to 128 characters)', fromInput)
  if (!fromInput && (await askSecret('The same again', fromInput)) !== first) {
    throw new HeadcountError('INVALID_ARGUMENT', 'The two passwords differ.')
  }
  return first
}
