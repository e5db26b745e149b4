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
    bias: 'Viés',
    reports: 'Relatórios',
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
  tour: {
    title: 'Passeio de dez minutos',
    take: 'Fazer o passeio de dez minutos',
    step: (at, of) => `Passo ${at} de ${of}`,
    show: 'Ir para lá',
    next: 'Próximo',
    skip: 'Pular o passeio',
    pause: 'Pausar',
    finish: 'Terminar',
    done: 'Feito.',
    paused:
      'O passeio está em pausa. “Fazer o passeio de dez minutos”, na busca, no alto, continua daqui.',
    skipped: 'O passeio foi pulado.',
    finished:
      'Você treinou, fez esquecer e auditou um modelo. Tudo o que você fez está em Modelos, Dados e Viés.',
    steps: {
      hello: 'Diga olá ao modelo inicial, em qualquer das duas línguas.',
      words:
        'Clique numa palavra pontilhada da resposta: veja o que mais o modelo poderia ter dito ali.',
      teach:
        'Ensine os moradores inventados ao modelo inicial: está tudo preenchido, aperte Começar. Acompanhe a curva e o que ele diz no caminho.',
      compare:
        'Ponha lado a lado o modelo inicial e o que ele virou. Pergunte: “Quem mora no apartamento 12?”',
      flag: 'Filtre os moradores pela pessoa Ana Souza, selecione tudo e marque para esquecer.',
      forget:
        'Faça o modelo esquecer, refazendo o treino sem eles. Depois compare, byte a byte, com um que nunca viu os registros.',
      again:
        'Ponha lado a lado o modelo antes e agora e pergunte de novo: “Quem mora no apartamento 12?” Ele já não sabe.',
      bias: 'Confira o viés do modelo inicial: está tudo preenchido. Depois leia uma linha do resultado e um item de perto.'
    }
  },
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
      audits: 'Auditorias',
      reports: 'Relatórios',
      settings: 'Ajustes'
    }
  },
  action: {
    newChat: 'Nova conversa',
    addModel: 'Adicionar um modelo',
    importFile: 'Importar um arquivo de registros',
    checkReport: 'Conferir um arquivo de relatório',
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
