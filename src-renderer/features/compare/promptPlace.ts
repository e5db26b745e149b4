// Where one was in a prompt set's table before a row was opened.
export interface TablePlace {
  row: number
  top: number // px scrolled
  left: number
}
