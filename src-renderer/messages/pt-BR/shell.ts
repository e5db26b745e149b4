// A moldura: lugares, paleta, rede, avisos, as palavras dos erros.
import type { Dictionary } from '../dictionary'

export const shell: Dictionary['shell'] = {
  skip: 'Ir para o conteúdo',
  places: 'Lugares',
  place: {
    chat: 'Conversa',
    compare: 'Comparar',
    models: 'Modelos',
    data: 'Dados',
    training: 'Treinamento',
    forget: 'Esquecer',
    settings: 'Ajustes'
  },
  group: { use: 'Usar', build: 'Construir', examine: 'Examinar' },
  more: 'Mais',
  close: 'Fechar',
  cancel: 'Cancelar',
  save: 'Salvar',
  undo: 'Desfazer',
  undone: 'Desfeito.',
  copy: 'Copiar',
  copied: 'Copiado',
  tryAgain: 'Tentar de novo',
  hideSidebar: 'Recolher a barra',
  showSidebar: 'Abrir a barra',
  notifications: 'Avisos do Lethe',
  moreNotices: (count) => `mais ${count}`,
  jobs: 'Tarefas',
  search: 'Buscar ou fazer algo',
  notFoundTitle: 'Não há nada neste endereço',
  notFoundNote: 'O link pode ser antigo, ou a coisa foi removida.',
  goToChat: 'Ir para Conversa',
  lost: 'O aplicativo parou de responder. Tentando de novo…',
  opening: 'Abrindo o Lethe…',
  firstRun: 'Este é um modelo minúsculo, feito para ensinar. Sabe pouco e erra bastante.',
  otherLanguage: 'English',
  palette: {
    title: 'Buscar ou fazer algo',
    placeholder: 'Um lugar, uma conversa, um modelo, uma ação…',
    nothing: (query) => `Nada encontrado para “${query}”.`,
    groups: {
      actions: 'Ações',
      places: 'Lugares',
      conversations: 'Conversas',
      models: 'Modelos',
      runs: 'Execuções',
      settings: 'Ajustes'
    }
  },
  action: {
    newChat: 'Nova conversa',
    addModel: 'Adicionar um modelo',
    importFile: 'Importar um arquivo de registros',
    lightTheme: 'Tema claro',
    darkTheme: 'Tema escuro',
    systemTheme: 'Tema do sistema',
    english: 'English',
    portuguese: 'Português',
    toggleSidebar: 'Recolher ou abrir a barra',
    showKeys: 'Lista de teclas',
    nextRegion: 'Próxima região da janela',
    previousRegion: 'Região anterior da janela',
    openPalette: 'Buscar ou fazer algo',
    send: 'Enviar a mensagem',
    newLine: 'Nova linha na mensagem',
    stop: 'Parar a resposta',
    lastQuestion: 'Editar a última pergunta (com o campo vazio)',
    previousBranch: 'Versão anterior da resposta',
    nextBranch: 'Próxima versão da resposta',
    copyAnswer: 'Copiar a resposta (com a resposta em foco)',
    findConversation: 'Buscar nas conversas',
    filterModels: 'Filtrar modelos'
  },
  keys: {
    title: 'Teclas',
    everywhere: 'Em toda parte',
    then: 'depois',
    ctrl: 'Ctrl',
    shift: 'Shift',
    enter: 'Enter',
    escape: 'Esc',
    delete: 'Del',
    up: '↑',
    down: '↓',
    singleOff: 'Os atalhos de uma só tecla estão desligados. Ligue-os em Ajustes, Teclado.'
  },
  error: {
    details: 'Detalhes',
    copyDetails: 'Copiar detalhes',
    code: 'Tipo'
  }
}
