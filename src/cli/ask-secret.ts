/** Something secret from a person, hidden as he types, or from a program through the standard input. */
import { text } from 'node:stream/consumers'
import { HeadcountError } from '#errors'

/** @throws INVALID_ARGUMENT where nobody is there to ask, or who is there gives up */
export async function askSecret(message: string, fromInput: boolean): Promise<string> {
  if (fromInput) return (await text(process.stdin)).replace(/\r?\n$/, '')
  if (!process.stdin.isTTY) {
    throw new HeadcountError(
      'INVALID_ARGUMENT',
      'There is no terminal to ask for the password: send it with --password-stdin.',
    )
  }
  const { isCancel, password } = await import('@clack/prompts')
  const answer = await password({ message })
  if (isCancel(answer)) throw new HeadcountError('INVALID_ARGUMENT', 'No password was given.')
  return answer
}
