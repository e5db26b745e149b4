// A biblioteca de modelos.
import type { Dictionary } from '../dictionary'

export const models: Dictionary['models'] = {
  title: 'Modelos',
  only: 'Só o modelo inicial está aqui.',
  none: 'Ainda não há modelos aqui.',
  filter: 'Filtrar modelos',
  noMatch: (query) => `Nenhum modelo combina com “${query}”.`,
  add: 'Adicionar um modelo',
  column: {
    name: 'Nome',
    family: 'Família',
    parameters: 'Parâmetros',
    size: 'Tamanho',
    precision: 'Precisão',
    from: 'De onde',
    lastUsed: 'Último uso'
  },
  sortBy: (column) => `Ordenar por ${column}`,
  origin: {
    included: 'incluído',
    copied: 'copiado para cá',
    referenced: 'usado onde está',
    downloaded: 'baixado'
  },
  never: 'nunca',
  missing: 'arquivo mudou',
  idsOnly: 'sem tokenizador',
  chooseTitle: 'Adicionar um modelo',
  chooseNote:
    'Uma pasta com config.json, os pesos em safetensors e um tokenizador, como os do Hugging Face.',
  folder: 'Pasta',
  chooseFolder: 'Escolher uma pasta',
  browse: 'Procurar…',
  folderPath: 'Caminho da pasta',
  howTitle: 'Como guardar?',
  useInPlace: 'Usar onde está',
  useInPlaceNote: 'Não ocupa espaço. Se a pasta mudar de lugar, o Lethe pergunta onde ela está.',
  copyIn: 'Copiar para cá',
  copyInNote: 'Uma cópia vai para a pasta de dados. O original pode depois ser movido ou apagado.',
  uploadNote: 'O navegador entrega os arquivos, não o lugar deles; por isso são copiados para cá.',
  addThis: 'Adicionar este modelo',
  dropTitle: 'Solte a pasta do modelo aqui',
  dropNote: 'Uma pasta, ou os arquivos dela juntos.',
  droppedNothing: 'O que foi solto não tem arquivos.',
  source: {
    title: 'Onde está o modelo?',
    folder: 'Nesta máquina',
    hub: 'Hugging Face'
  },
  hub: {
    label: 'Do Hugging Face',
    note: 'DONO/NOME, ou o endereço da página do modelo.',
    downloads: (host) =>
      `Isto baixa de ${host} para a pasta de dados: configuração, tokenizador e pesos em safetensors, conferidos com as somas listadas lá.`,
    needsNetwork: 'Só funciona com a rede ligada.',
    isOff: 'A rede está desligada agora.',
    settings: 'Ajustes de rede',
    card: 'No hub',
    copy: 'Copiar nome e commit',
    commitNote: (host) => `O nome dele em ${host} e a versão exata (commit) que foi baixada.`
  },
  stage: {
    listing: 'Pedindo a lista de arquivos',
    downloading: 'Baixando',
    waiting: 'A conexão caiu; nova tentativa em breve',
    receiving: 'Recebendo',
    reading: 'Lendo',
    checking: 'Conferindo cada tensor',
    copying: 'Copiando',
    saving: 'Salvando'
  },
  progress: (stage, done, total) => `${stage}: ${done} de ${total}`,
  progressOf: (stage, file) => `${stage} (${file})`,
  left: (time) => `faltam cerca de ${time}`,
  adding: (name) => `Adicionando ${name}`,
  addingSafe: 'Você pode seguir trabalhando. Nada é adicionado até que tudo esteja conferido.',
  cancelled: (name) => `A adição de ${name} foi cancelada. Nada ficou para trás.`,
  added: (name) => `${name} foi adicionado.`,
  alreadyThere: (name) => `${name} já estava aqui. Nada foi adicionado duas vezes.`,
  notAdded: (name) => `${name} não foi adicionado`,
  chat: 'Conversar com ele',
  open: 'Abrir',
  rename: 'Renomear',
  renameLabel: 'Nome do modelo',
  remove: 'Tirar da lista',
  removed: (name) => `${name} saiu da lista.`,
  includedStays: 'O modelo inicial vem com o Lethe e fica.',
  findIt: 'Localizar',
  findTitle: 'Onde ele está agora?',
  findNote: 'Só serve uma pasta com exatamente os mesmos pesos.',
  found: (name) => `${name} foi localizado.`,
  movedWhat: (path) =>
    `O arquivo não está mais em ${path}. Localize-o ou tire-o da lista. Nada mais é afetado.`,
  noSuch: 'Este modelo não está na lista.',
  back: 'Todos os modelos',
  about: 'O que é',
  family: 'Família',
  parameters: 'Parâmetros',
  size: 'Tamanho em disco',
  precision: 'Precisão',
  context: 'Lê no máximo',
  tokens: (count) => `${count} tokens`,
  vocabulary: 'Vocabulário',
  chatAbility: 'Conversa',
  chatAbilityText: {
    template: 'Ensinado a conversar: traz seu próprio formato de conversa.',
    plain: 'Este modelo continua textos; não foi ensinado a conversar.',
    fill: 'Este modelo preenche lacunas e avalia textos; não escreve nem conversa.',
    idsOnly:
      'Veio sem tokenizador: pode ser avaliado e treinado por ids de tokens, mas não conversar.'
  },
  fill: {
    title: 'Preencher lacunas',
    text: 'Texto com lacunas',
    note: (mask) => `Escreva ${mask} onde deve entrar uma palavra.`,
    example: (mask) => `O céu está ${mask} hoje.`,
    insert: 'Inserir lacuna',
    run: 'Preencher as lacunas',
    working: 'Lendo…',
    gap: (number) => `Lacuna ${number}`,
    meaning:
      'Quão provável o modelo acha cada pedaço nesse lugar, com as outras lacunas abertas. “…ndo” continua a palavra anterior.'
  },
  where: 'Onde está',
  from: 'De onde',
  addedOn: 'Adicionado',
  lastUsed: 'Último uso',
  hash: 'SHA-256 dos tensores',
  hashNote:
    'Dois modelos com o mesmo valor têm os mesmos pesos, qualquer que seja o nome dos arquivos.',
  copyHash: 'Copiar SHA-256',
  copyPath: 'Copiar caminho',
  weightsTitle: 'Como os pesos são mantidos',
  weightMode: { mapped: 'Mapeados', packed: 'Reorganizados', blocks8: '8 bits', blocks4: '4 bits' },
  weightModeNote: {
    mapped: 'Lidos do arquivo conforme preciso. Menos memória; um pouco mais lento.',
    packed: 'Mantidos na memória em precisão total, no formato do processador. Pede mais memória.',
    blocks8: 'Arredondados a 8 bits. De metade a um quarto da memória; quase nunca outra resposta.',
    blocks4: 'Arredondados a 4 bits. Pouca memória e o mais rápido; respostas um pouco piores.'
  },
  weightModeNext: 'Vale a partir da próxima resposta.',
  weightFacts: {
    mapped: 'Não pede arquivo próprio e quase nenhuma memória.',
    packed: (memory) => `${memory} na memória.`,
    blocks: (memory, file) => `${memory} na memória, num arquivo de ${file}`,
    there: 'que já existe',
    later: 'que a primeira abertura cria'
  },
  bitsPerByte: (value) => `${value} bits por byte`,
  bitsPerByteMore: (difference) => `${difference} em relação à precisão total`,
  lossNone: 'O custo do arredondamento ainda não foi medido.',
  lossOn: (bytes, date) =>
    `Bits por byte no texto incluído (${bytes}, inglês e português), medidos em ${date}. Menos é melhor.`,
  lossOnOwn: (bytes, date) =>
    `Bits por byte num texto seu (${bytes}), medidos em ${date}. Menos é melhor.`,
  lossNote: 'Vale só para este texto: em outro, o valor é outro.',
  measureLoss: 'Medir o custo do arredondamento',
  measureAgain: 'Medir de novo',
  lossOwnText: 'Num texto seu',
  lossOwnTextNote: 'Não é guardado. Vazio: usa-se o texto incluído.',
  measuring: {
    opening: (mode) => `Abrindo o modelo: ${mode}`,
    rounding: (mode) => `Arredondando os pesos: ${mode}`,
    scoring: (mode) => `Pontuando o texto: ${mode}`
  },
  measuringSafe: 'Você pode continuar trabalhando. Cancelar mantém o que foi medido antes.',
  browser: {
    title: 'Escolha uma pasta',
    up: 'Pasta acima',
    home: 'Pasta pessoal',
    path: 'Caminho',
    go: 'Ir',
    empty: 'Esta pasta não tem pastas.',
    looksLikeModel: 'parece um modelo',
    files: (count) => `e ${count}`,
    fileForms: { one: 'arquivo', other: 'arquivos' },
    choose: 'Escolher esta pasta',
    upload: 'Enviar a partir deste navegador',
    loading: 'Procurando…'
  }
}
