/** The shape of a catalogue: the keys of the English one, each with a text. */
import type { en } from './en.ts'

export type Texts<Catalogue> = {
  readonly [Key in keyof Catalogue]: Catalogue[Key] extends string ? string : Texts<Catalogue[Key]>
}

export type Translated = Texts<typeof en>
