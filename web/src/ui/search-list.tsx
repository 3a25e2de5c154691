/** A search over a list from which one is chosen: arrows move, Enter chooses, letters narrow. */
import { TextInput } from '@mantine/core'
import { IconCheck, IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useState } from 'react'
import popup from './popup.module.css'

export interface Choice {
  readonly value: string
  readonly label: string
  readonly group?: string | undefined
  readonly isChosen?: boolean
}

interface SearchListProps {
  readonly label: string
  readonly placeholder: string
  readonly nothing: string
  /** Those that match what was typed. */
  readonly choicesFor: (typed: string) => readonly Choice[]
  readonly onChoose: (value: string) => void
}

export function SearchList({ label, placeholder, nothing, choicesFor, onChoose }: SearchListProps) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const choices = choicesFor(typed)
  const current = Math.min(at, choices.length - 1)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const chosen = choices[current]
    if (step !== undefined) {
      event.preventDefault()
      setAt((choices.length + current + step) % Math.max(1, choices.length))
    } else if (event.key === 'Enter' && chosen !== undefined) {
      event.preventDefault()
      onChoose(chosen.value)
    }
  }
  return (
    <>
      <TextInput
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={choices.length > 0 ? `${id}-${current}` : undefined}
        aria-label={placeholder}
        placeholder={placeholder}
        leftSection={<IconSearch size={15} stroke={1.7} />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
        mb={6}
      />
      <div role="listbox" id={id} aria-label={label} className={popup.items}>
        {choices.map((choice, index) => (
          <div key={choice.value}>
            {choice.group !== undefined && choice.group !== choices[index - 1]?.group && (
              <div className={popup.group} role="presentation">
                {choice.group}
              </div>
            )}
            <div
              role="option"
              id={`${id}-${index}`}
              tabIndex={-1}
              aria-selected={index === current}
              className={popup.item}
              onClick={() => onChoose(choice.value)}
              onKeyDown={onKeyDown}
            >
              <span>{choice.label}</span>
              {choice.isChosen === true && <IconCheck size={15} aria-hidden />}
            </div>
          </div>
        ))}
      </div>
      {choices.length === 0 && <p className={popup.group}>{nothing}</p>}
    </>
  )
}
