// What the Electron host says by itself, in both languages: the menu's standard items and its
// dialogs. What the page contributes to the menu comes in the page's words.
import type { PageMenu } from '../../contract/desktop'
import type { ErrorCode, ErrorParams } from '../../base/errors'
import type { RunningWork } from '../../jobs/runningWork'

export type Language = PageMenu['language']

export function languageOfSystem(locale: string): Language {
  return locale.toLowerCase().startsWith('pt') ? 'pt-BR' : 'en'
}

/** What happened; what to do and what is safe. */
export type Told = readonly [happened: string, more: string]

export interface Words {
  menu: {
    [
      name in
        | ('file' | 'edit' | 'view' | 'go' | 'window' | 'help')
        | ('theme' | 'language' | 'dataFolder')
        | ('undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'pastePlain' | 'delete' | 'selectAll')
        | ('reload' | 'developerTools' | 'fullScreen' | 'larger' | 'smaller' | 'usualSize')
        | ('minimize' | 'zoom' | 'close' | 'front')
        | ('about' | 'services' | 'hide' | 'hideOthers' | 'showAll' | 'quit')
    ]: string
  }
  chooseFolder: string
  saveAs: string
  quit: string
  reload: string
  quitAsk: { keep: string; quit: string; title: string; detail: (work: RunningWork) => string }
  waiting: { title: string; detail: string; stop: string }
  gone: { title: string; detail: (reason: string) => string }
  silent: { title: string; detail: string; wait: string }
  notSaved: (file: string) => Told
  /** Why the app could not start. */
  startError: (code: ErrorCode, params: ErrorParams) => Told
}

const en: Words = {
  menu: {
    ...{ file: 'File', edit: 'Edit', view: 'View', go: 'Go', window: 'Window', help: 'Help' },
    ...{ theme: 'Theme', language: 'Language', dataFolder: 'Show the data folder' },
    ...{ undo: 'Undo', redo: 'Redo', cut: 'Cut', copy: 'Copy', paste: 'Paste' },
    ...{ pastePlain: 'Paste without formatting', delete: 'Delete', selectAll: 'Select all' },
    ...{ reload: 'Reload the window', developerTools: 'Developer tools' },
    ...{ fullScreen: 'Full screen', larger: 'Larger', smaller: 'Smaller', usualSize: 'Usual size' },
    ...{ minimize: 'Minimize', zoom: 'Zoom', close: 'Close the window' },
    ...{ front: 'Bring all to front', about: 'About Lethe', services: 'Services' },
    ...{ hide: 'Hide Lethe', hideOthers: 'Hide others', showAll: 'Show all', quit: 'Quit Lethe' }
  },
  chooseFolder: 'Choose the folder of a model',
  saveAs: 'Save as',
  quit: 'Quit',
  reload: 'Reload the window',
  quitAsk: {
    keep: 'Keep working',
    quit: 'Quit anyway',
    title: 'Lethe is still working. Quit anyway?',
    detail: ({ imports, promptRuns }) =>
      [
        imports > 0 &&
          `${imports === 1 ? 'A model is' : `${imports} models are`} being added: that would begin again from the start. Nothing half-done stays behind.`,
        promptRuns > 0 &&
          `${promptRuns === 1 ? 'A prompt set is' : `${promptRuns} prompt sets are`} being worked through: it can go on later where it stopped.`
      ]
        .filter(Boolean)
        .join('\n')
  },
  waiting: {
    title: 'A Lethe command is using the data folder',
    detail: 'The window opens as soon as it is done. Nothing is changed meanwhile.',
    stop: 'Do not wait'
  },
  gone: {
    title: 'The window stopped working',
    detail: (reason) =>
      `The page ended (${reason}). Answers go on being written, and what was saved is as it was. Reload the window to go on.`
  },
  silent: {
    title: 'The window does not answer',
    detail: 'What was saved is as it was. Wait, or reload the window.',
    wait: 'Wait'
  },
  notSaved: (file) => [
    `${file} was not saved.`,
    'See that there is space and that you may write there, then export again. Nothing in Lethe was changed.'
  ],
  startError: (code, params) => {
    const { path, reason, field, dataFolder, version, known } = params
    switch (code) {
      case 'folderNotWritable':
        return [
          `Lethe cannot write to ${path}.`,
          'Give this account write permission, or start Lethe with another data folder. What was there was not touched.'
        ]
      case 'diskFull':
        return [
          `The disk that holds ${path} is full.`,
          'Free some space and start Lethe again. What was saved before is as it was.'
        ]
      case 'fileMalformed':
        return [
          `${path} cannot be read as it should: ${reason}.`,
          'Start Lethe with another data folder, or put back a copy of this one. Nothing was changed.'
        ]
      case 'fileNotReadable':
        return [
          `${path} may not be read by this account.`,
          'Give this account read permission, or start Lethe with another data folder. Nothing was changed.'
        ]
      case 'ownerUnreachable':
        return [
          `Another Lethe has the data folder ${dataFolder} open and does not answer.`,
          'Close the other one and start again. Nothing was changed.'
        ]
      case 'databaseTooNew':
        return [
          `The data folder was written by a newer Lethe (version ${version}; this one knows ${known}).`,
          'Install the newer Lethe, or use another data folder. The data folder was not touched.'
        ]
      case 'invalidInput':
        return [`${field}: ${reason}.`, 'Correct it and start Lethe again. Nothing was changed.']
      default:
        return [
          `Something in Lethe did not work as it should: ${reason ?? code}`,
          'Start Lethe again. If it happens again, report it with the log of the data folder. What was saved is as it was.'
        ]
    }
  }
}

const ptBR: Words = {
  menu: {
    ...{ file: 'Arquivo', edit: 'Editar', view: 'Exibir', go: 'Ir', window: 'Janela' },
    ...{ help: 'Ajuda', theme: 'Tema', language: 'Idioma' },
    ...{ dataFolder: 'Mostrar a pasta de dados' },
    ...{ undo: 'Desfazer', redo: 'Refazer', cut: 'Recortar', copy: 'Copiar', paste: 'Colar' },
    ...{ pastePlain: 'Colar sem formatação', delete: 'Apagar', selectAll: 'Selecionar tudo' },
    ...{ reload: 'Recarregar a janela', developerTools: 'Ferramentas de desenvolvimento' },
    ...{ fullScreen: 'Tela cheia', larger: 'Maior', smaller: 'Menor' },
    ...{ usualSize: 'Tamanho normal' },
    ...{ minimize: 'Minimizar', zoom: 'Ampliar', close: 'Fechar a janela' },
    ...{ front: 'Trazer tudo para a frente', about: 'Sobre o Lethe', services: 'Serviços' },
    ...{ hide: 'Ocultar o Lethe', hideOthers: 'Ocultar os outros', showAll: 'Mostrar tudo' },
    ...{ quit: 'Sair do Lethe' }
  },
  chooseFolder: 'Escolha a pasta de um modelo',
  saveAs: 'Salvar como',
  quit: 'Sair',
  reload: 'Recarregar a janela',
  quitAsk: {
    keep: 'Continuar trabalhando',
    quit: 'Sair mesmo assim',
    title: 'O Lethe ainda está trabalhando. Sair mesmo assim?',
    detail: ({ imports, promptRuns }) =>
      [
        imports > 0 &&
          `${imports === 1 ? 'Um modelo está sendo adicionado' : `${imports} modelos estão sendo adicionados`}: isso recomeçaria do início. Nada fica pela metade.`,
        promptRuns > 0 &&
          `${promptRuns === 1 ? 'Uma lista de perguntas está em andamento' : `${promptRuns} listas de perguntas estão em andamento`}: pode continuar depois de onde parou.`
      ]
        .filter(Boolean)
        .join('\n')
  },
  waiting: {
    title: 'Um comando do Lethe está usando a pasta de dados',
    detail: 'A janela abre assim que ele terminar. Nada é alterado enquanto isso.',
    stop: 'Não esperar'
  },
  gone: {
    title: 'A janela parou de funcionar',
    detail: (reason) =>
      `A página terminou (${reason}). As respostas continuam sendo escritas, e o que estava salvo está intacto. Recarregue a janela para continuar.`
  },
  silent: {
    title: 'A janela não responde',
    detail: 'O que estava salvo está intacto. Espere ou recarregue a janela.',
    wait: 'Esperar'
  },
  notSaved: (file) => [
    `${file} não foi salvo.`,
    'Veja se há espaço e se você pode gravar ali e exporte de novo. Nada no Lethe foi alterado.'
  ],
  startError: (code, params) => {
    const { path, reason, field, dataFolder, version, known } = params
    switch (code) {
      case 'folderNotWritable':
        return [
          `O Lethe não pode escrever em ${path}.`,
          'Dê a esta conta permissão de escrita ou inicie o Lethe com outra pasta de dados. O que estava lá não foi tocado.'
        ]
      case 'diskFull':
        return [
          `O disco que contém ${path} está cheio.`,
          'Libere espaço e inicie o Lethe de novo. O que já estava salvo está intacto.'
        ]
      case 'fileMalformed':
        return [
          `${path} não pode ser lido como deveria: ${reason}.`,
          'Inicie o Lethe com outra pasta de dados ou reponha uma cópia desta. Nada foi alterado.'
        ]
      case 'fileNotReadable':
        return [
          `Esta conta não pode ler ${path}.`,
          'Dê a esta conta permissão de leitura ou inicie o Lethe com outra pasta de dados. Nada foi alterado.'
        ]
      case 'ownerUnreachable':
        return [
          `Outro Lethe está com a pasta de dados ${dataFolder} aberta e não responde.`,
          'Feche o outro e inicie de novo. Nada foi alterado.'
        ]
      case 'databaseTooNew':
        return [
          `A pasta de dados foi gravada por um Lethe mais novo (versão ${version}; este conhece a ${known}).`,
          'Instale o Lethe mais novo ou use outra pasta de dados. A pasta de dados não foi tocada.'
        ]
      case 'invalidInput':
        return [`${field}: ${reason}.`, 'Corrija e inicie o Lethe de novo. Nada foi alterado.']
      default:
        return [
          `Algo no Lethe não funcionou como deveria: ${reason ?? code}`,
          'Inicie o Lethe de novo. Se acontecer outra vez, relate com o log da pasta de dados. O que já estava salvo está intacto.'
        ]
    }
  }
}

export const words: Record<Language, Words> = { en, 'pt-BR': ptBR }
