/** A kind of evidence in words. */
import { useKnownWords } from './known-words'

export function useKindName(): (kind: string) => string {
  const known = useKnownWords()
  return (kind) => known(`kinds.${kind}`) ?? kind.replaceAll('_', ' ')
}
