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
