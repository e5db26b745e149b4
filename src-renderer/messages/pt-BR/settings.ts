// Como o Lethe se comporta nesta máquina.
import type { Dictionary } from '../dictionary'

export const settings: Dictionary['settings'] = {
  title: 'Ajustes',
  sections: 'Seções',
  saved: 'Salvo.',
  changed: (name) => `${name}: alterado.`,
  section: {
    appearance: 'Aparência',
    reading: 'Leitura em voz alta',
    device: 'Dispositivo',
    network: 'Rede',
    data: 'Pasta de dados',
    signing: 'Chave de assinatura',
    keyboard: 'Teclado',
    about: 'Sobre'
  },
  language: 'Idioma',
  languageNote: 'Da janela. O que você escreve e o que os modelos respondem ficam como estão.',
  languages: { system: 'Como o sistema', en: 'English', 'pt-BR': 'Português' },
  theme: 'Tema',
  themes: { system: 'Como o sistema', light: 'Claro', dark: 'Escuro' },
  size: 'Tamanho da interface',
  sizeNote: 'Tudo cresce junto, de 90% a 200%.',
  smaller: 'Menor',
  larger: 'Maior',
  motion: 'Menos movimento',
  motionNote: 'Nenhum movimento. Liga-se sozinho onde o sistema pede.',
  closeCalls: 'Sublinhar escolhas apertadas',
  closeCallsNote:
    'Palavras da resposta em que outra era quase tão provável ganham um sublinhado pontilhado.',
  announce: 'Anunciar respostas',
  announceNote: 'O que um leitor de tela diz enquanto uma resposta é escrita.',
  announces: { sentence: 'Por frase', finished: 'Ao terminar', never: 'Nunca' },
  devices: {
    choice: 'Os modelos rodam em',
    choiceNote:
      'Automático: WebGPU onde dá os números certos e é mais rápida que o processador; senão, o processador. Um dispositivo que falha aparece como erro; nada roda em outro no lugar dele.',
    auto: 'Automático',
    titles: {
      cpu: 'CPU',
      webgpu: 'WebGPU',
      cuda: 'CUDA',
      dml: 'DirectML',
      coreml: 'Core ML'
    },
    startedWith: (device) =>
      `O Lethe foi iniciado com --device ${device}, que vale antes desta escolha.`,
    untested: 'Ainda não testado. O teste acontece antes do primeiro uso.',
    works: (adapter) => (adapter === null ? 'Funciona' : `Funciona em ${adapter}`),
    speed: (rate) => `${rate}\u00a0GFLOP/s`,
    faster: (times) => `${times} vezes mais rápido que a CPU`,
    slower: (times) => `${times} vezes mais lento que a CPU; por isso só é usado se escolhido`,
    wrong: (deviation) => `Dá números errados aqui (diferença de até ${deviation}); não é usado.`,
    failed: (reason) => `Não pode ser usado aqui: ${reason}`,
    memory: (bytes) => `${bytes} de memória`,
    deviation: (largest) => `maior diferença ${largest}`,
    tested: (when) => `testado em ${when}`,
    automatic: (device) => `Aqui, automático é ${device}.`,
    testAgain: 'Testar de novo',
    testing: (device, number, total) =>
      `Testando ${device} (${number} de ${total}): no máximo um minuto e meio.`,
    testingElsewhere: 'Há um teste em andamento.',
    stop: 'Parar o teste'
  },
  threads: 'Threads',
  threadsNote: (cores) =>
    `Quantos núcleos do processador uma resposta pode usar ao mesmo tempo. 0: todos (${cores}).`,
  threadsNext: 'Vale quando um modelo for aberto da próxima vez.',
  processor: 'Núcleos do processador',
  memory: 'Memória',
  memoryFree: (free, total) => `${free} livres de ${total}`,
  runtime: 'ONNX Runtime',
  dataFolder: 'Pasta de dados',
  dataFolderNote:
    'Conversas, ajustes e modelos copiados. Para usar outra, inicie o Lethe com --data-dir.',
  logFile: 'Arquivo de log',
  singleKeys: 'Atalhos de uma só tecla',
  singleKeysNote: 'Teclas como g c e [ funcionam fora dos campos de texto. Com Ctrl, sempre.',
  version: 'Versão',
  license: 'Licença',
  licenseText: 'MIT. As fontes Inter, Source Serif 4 e JetBrains Mono: SIL Open Font License.',
  aboutText:
    'Lethe, o rio do esquecimento: um laboratório de modelos de linguagem na sua própria máquina. Nada sai dela, a não ser que você ligue a rede.',
  copy: (name) => `Copiar: ${name}`
}
