/** Something secret from a person, hidden as he types, or from a program through the standard input. */
import { text } from 'node:stream/consumers'
import { HeadcountError } from '#errors'

/** @throws INVALID_ARGUMENT where nobody is there to ask, or who is there gives up */
export async function askSecret(
  message: string,
  fromInput: boolean,
  flag = '--password-stdin',
): Promise<string> {
  if (fromInput) return (await text(process.stdin)).replace(/\r?\n$/, '')
  if (!process.stdin.isTTY) {
    throw new HeadcountError(
      'INVALID_ARGUMENT',
      `There is no terminal to ask for the ${secretOf(flag)}: send it with ${flag}.`,
    )
  }
  const { isCancel, password } = await import('@clack/prompts')
  const answer = await password({ message })
  if (isCancel(answer)) throw new HeadcountError('INVALID_ARGUMENT', `No ${secretOf(flag)} was given.`)
  return answer
}

/** `--password-stdin` takes a password. */
function secretOf(flag: string): string {
  return flag.replace(/^--|-stdin$/g, '')
}
