/** The texts of a form’s fields, by name. */
import { type ChangeEvent, useState } from 'react'

export function useFields<Values extends Readonly<Record<string, string>>>(initial: Values) {
  const [values, setValues] = useState(initial)
  function bind<Name extends keyof Values & string>(name: Name) {
    return {
      name,
      value: values[name] as string,
      onChange: (event: ChangeEvent<HTMLInputElement>) => {
        const { value } = event.currentTarget
        setValues((before) => ({ ...before, [name]: value }))
      },
    }
  }
  return { values, setValues, bind }
}
