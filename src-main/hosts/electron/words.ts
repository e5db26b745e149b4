// What the Electron host says by itself, in both languages: the menu's standard items and its
// dialogs. What the page contributes to the menu comes in the page's words.
import type { PageMenu } from '../../contract/desktop'
import type { RunningWork } from '../../jobs/runningWork'

export type Language = PageMenu['language']

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
  tray: {
    steps: (done: string, all: string) => string
    questions: (done: string, all: string) => string
    texts: (done: string, all: string) => string
    evidence: (flagSet: string) => string
    audit: (model: string, suite: string) => string
    left: (time: string) => string
    more: (count: string) => string
  } & {
    [name in 'waiting' | 'yielding' | 'paused' | 'preparing' | 'pause' | 'resume' | 'open']: string
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
  tray: {
    steps: (done, all) => `Step ${done} of ${all}`,
    questions: (done, all) => `${done} of ${all} questions`,
    texts: (done, all) => `${done} of ${all} texts`,
    evidence: (flagSet) => `Evidence about ${flagSet}`,
    audit: (model, suite) => `Audit of ${model}: ${suite}`,
    left: (time) => `about ${time} left`,
    more: (count) => `+${count} more`,
    yielding: 'holds still while an answer is written',
    ...{ waiting: 'Waits for its turn', paused: 'paused', preparing: 'Getting ready' },
    ...{ pause: 'Pause', resume: 'Resume', open: 'Open' }
  },
  chooseFolder: 'Choose the folder of a model',
  saveAs: 'Save as',
  quit: 'Quit',
  reload: 'Reload the window',
  quitAsk: {
    keep: 'Keep working',
    quit: 'Quit anyway',
    title: 'Lethe is still working. Quit anyway?',
    detail: ({ imports, datasetImports, promptRuns, trainings, evidence, audits }) =>
      [
        imports > 0 &&
          `${imports === 1 ? 'A model is' : `${imports} models are`} being added: that would begin again from the start. Nothing half-done stays behind.`,
        datasetImports > 0 &&
          `${datasetImports === 1 ? 'A file of records is' : `${datasetImports} files of records are`} being imported: that would begin again from the start. Nothing half-done stays behind.`,
        promptRuns > 0 &&
          `${promptRuns === 1 ? 'A prompt set is' : `${promptRuns} prompt sets are`} being worked through: it can go on later where it stopped.`,
        trainings > 0 &&
          'A training is under way: what it has learned is saved, and it goes on when Lethe is open again.',
        evidence > 0 &&
          'Evidence is being taken: nothing that was asked is lost, and it goes on when Lethe is open again.',
        audits > 0 &&
          'An audit is under way: what was scored is kept, and it goes on when Lethe is open again.'
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
  ]
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
  tray: {
    steps: (done, all) => `Passo ${done} de ${all}`,
    questions: (done, all) => `${done} de ${all} perguntas`,
    texts: (done, all) => `${done} de ${all} textos`,
    evidence: (flagSet) => `Evidências sobre ${flagSet}`,
    audit: (model, suite) => `Auditoria de ${model}: ${suite}`,
    left: (time) => `faltam cerca de ${time}`,
    more: (count) => `mais ${count}`,
    yielding: 'espera enquanto uma resposta é escrita',
    ...{ waiting: 'Espera a sua vez', paused: 'em pausa', preparing: 'Preparando' },
    ...{ pause: 'Pausar', resume: 'Retomar', open: 'Abrir' }
  },
  chooseFolder: 'Escolha a pasta de um modelo',
  saveAs: 'Salvar como',
  quit: 'Sair',
  reload: 'Recarregar a janela',
  quitAsk: {
    keep: 'Continuar trabalhando',
    quit: 'Sair mesmo assim',
    title: 'O Lethe ainda está trabalhando. Sair mesmo assim?',
    detail: ({ imports, datasetImports, promptRuns, trainings, evidence, audits }) =>
      [
        imports > 0 &&
          `${imports === 1 ? 'Um modelo está sendo adicionado' : `${imports} modelos estão sendo adicionados`}: isso recomeçaria do início. Nada fica pela metade.`,
        datasetImports > 0 &&
          `${datasetImports === 1 ? 'Um arquivo de registros está sendo importado' : `${datasetImports} arquivos de registros estão sendo importados`}: isso recomeçaria do início. Nada fica pela metade.`,
        promptRuns > 0 &&
          `${promptRuns === 1 ? 'Uma lista de perguntas está em andamento' : `${promptRuns} listas de perguntas estão em andamento`}: pode continuar depois de onde parou.`,
        trainings > 0 &&
          'Um treinamento está em andamento: o que aprendeu está salvo, e ele continua quando o Lethe abrir de novo.',
        evidence > 0 &&
          'Evidências estão sendo obtidas: nada do que foi perguntado se perde, e isso continua quando o Lethe abrir de novo.',
        audits > 0 &&
          'Uma auditoria está em andamento: o que foi pontuado está guardado, e ela continua quando o Lethe abrir de novo.'
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
  ]
}

export const words: Record<Language, Words> = { en, 'pt-BR': ptBR }
