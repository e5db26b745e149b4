// The help text, drawn from the commands themselves.
import type { Command } from './command'

const globalHelp = [
  'Options of every command:',
  '  --json            one JSON object as the result',
  '  --data-dir DIR    where models and conversations lie (usual: the place of this system)',
  '  --device D        auto, cpu, webgpu, cuda, dml, coreml (usual: as set; auto at first)',
  '  --lang L          en, pt-BR: what errors are said in (usual: the language of this system)',
  '  --help            what a command does',
  '  --version         the version',
  '',
  'Results go to stdout, progress to stderr. Exit status: 0 done, 1 failed, 2 wrong use.'
].join('\n')

export function generalHelp(commands: Record<string, Command>): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length))
  const lines = Object.entries(commands).map(
    ([name, command]) => `  ${name.padEnd(width)}  ${command.summary}`
  )
  return [
    'Lethe, a desktop lab for local language models. Nothing leaves it unless you turn the network on.',
    '',
    'Usage: lethe COMMAND … (from the source folder: npm run -s lethe -- COMMAND …)',
    '',
    ...lines,
    '',
    globalHelp,
    ''
  ].join('\n')
}

export function commandHelp(command: Command): string {
  return [
    `Usage: lethe ${command.usage}`,
    '',
    `${command.summary}.`,
    '',
    command.details,
    '',
    globalHelp,
    ''
  ].join('\n')
}
