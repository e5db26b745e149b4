// Erros de modelos e de seus arquivos em português.
import type { ErrorSentenceTable } from '../sentences'
import { nearest, nothingAdded, nothingChanged, othersFine, textKept, why } from './words'

export const models = {
  notAModel: (p) => ({
    what: `${p.path} não contém um modelo: são precisos config.json e pesos em safetensors.`,
    todo: 'Escolha a pasta que tem os dois.',
    safe: nothingChanged
  }),
  pickleRefused: (p) => ({
    what: `${p.path} pode executar código ao ser aberto, por isso o Lethe não o abre.`,
    todo: 'Converta para safetensors (em Python: safetensors.torch.save_model) e adicione a pasta de novo.',
    safe: 'O arquivo não foi aberto; nada foi adicionado.',
    commandLine: {
      todo: 'Converta para safetensors (em Python: safetensors.torch.save_model) e importe a pasta de novo.'
    }
  }),
  architectureUnknown: (p) => ({
    what: `Este modelo é um “${p.architecture}”, um tipo que o Lethe não executa.${nearest(p.nearest)}`,
    todo: 'Escolha um modelo do tipo llama.',
    safe: othersFine,
    commandLine: {
      todo: 'Escolha um modelo de uma família aceita; `lethe import --help` diz quais são.',
      safe: nothingAdded
    }
  }),
  configUnsupported: (p) => ({
    what:
      p.value === undefined
        ? `Falta ${p.key} no config.json: ${why(p.reason)}.`
        : `O config.json pede ${p.key} = ${p.value}: ${why(p.reason)}.`,
    todo: 'Escolha outro modelo ou uma versão deste sem esse ajuste.',
    safe: 'Não foi adicionado, porque sem esse ajuste as respostas sairiam erradas.'
  }),
  adapterUnsupported: (p) => ({
    what:
      p.value === undefined
        ? `Falta ${p.key} no ${p.path} do adaptador: ${why(p.reason)}.`
        : `O ${p.path} do adaptador pede ${p.key} = ${p.value}: ${why(p.reason)}.`,
    todo: 'Escolha um adaptador sem esse ajuste, ou junte-o ao modelo no programa que o fez e adicione o modelo resultante.',
    safe: 'Não foi usado, porque sem esse ajuste as respostas sairiam erradas.'
  }),
  tensorDtypeUnknown: (p) => ({
    what: `O tensor ${p.tensor} em ${p.path} está gravado como ${p.dtype}, que o Lethe não lê.`,
    todo: 'Use uma versão gravada em F32, F16 ou BF16.',
    safe: othersFine,
    commandLine: { safe: nothingAdded }
  }),
  tensorMissing: (p) => ({
    what: `O tensor ${p.tensor} não está em ${p.path}.`,
    todo: 'Obtenha o modelo de novo; pode faltar um arquivo.',
    safe: othersFine,
    commandLine: { safe: nothingAdded }
  }),
  tensorShape: (p) => ({
    what: `O tensor ${p.tensor} em ${p.path} tem a forma ${p.got}; o config.json pede ${p.expected}.`,
    todo: 'Obtenha o config.json e os pesos do mesmo lugar.',
    safe: othersFine,
    commandLine: { safe: nothingAdded }
  }),
  shardMissing: (p) => ({
    what: `Falta uma parte dos pesos: ${p.path}.`,
    todo: 'Ponha na pasta o arquivo que falta e adicione-a de novo.',
    safe: othersFine,
    commandLine: {
      todo: 'Ponha na pasta o arquivo que falta e importe-a de novo.',
      safe: nothingAdded
    }
  }),
  tokenizerUnsupported: (p) => ({
    what: `O tokenizador ${p.path} é de um tipo que o Lethe não lê: ${why(p.reason)}.`,
    todo: 'Use uma versão do modelo com tokenizer.json ou com um tokenizer.model do SentencePiece.',
    safe: othersFine,
    commandLine: { safe: nothingChanged }
  }),
  noTokenizer: (p) => ({
    what: `${p.model} veio sem tokenizador, por isso não lê nem escreve texto.`,
    todo: 'Escolha outro modelo para conversar ou adicione este de novo com o tokenizador.',
    safe: textKept,
    commandLine: {
      todo: 'Use --prompt-ids ou importe-o de novo com o tokenizer.json junto dos pesos.',
      safe: nothingChanged
    }
  }),
  maskedModel: (p) => ({
    what: `${p.model} preenche lacunas em um texto; não escreve um texto.`,
    todo: 'Use-o na página dele para preencher lacunas ou escolha um modelo que escreve.',
    safe: textKept,
    commandLine: {
      todo: 'Use fill ou score com ele ou indique um modelo que escreve.',
      safe: nothingChanged
    }
  }),
  notMasked: (p) => ({
    what: `${p.model} continua um texto; não foi ensinado a preencher lacunas.`,
    todo: 'Escolha um modelo que preenche lacunas, como os da família BERT.',
    safe: textKept,
    commandLine: { safe: nothingChanged }
  }),
  noGap: (p) => ({
    what: `O texto não tem lacuna: não há ${p.mask} nele.`,
    todo: `Escreva ${p.mask} onde deve entrar uma palavra.`,
    safe: 'O que você digitou continua aí; nada foi alterado.',
    commandLine: { safe: nothingChanged }
  }),
  noChatTemplate: (p) => ({
    what: `${p.model} não tem formato de conversa.`,
    todo: 'Use-o para continuar textos ou escolha um modelo ensinado a conversar.',
    safe: textKept,
    commandLine: {
      todo: 'Acrescente --raw para que ele continue o texto como está.',
      safe: nothingChanged
    }
  }),
  chatTemplateFailed: (p) => ({
    what: `O formato de conversa deste modelo recusou a conversa: ${why(p.reason)}.`,
    todo: 'Mude as instruções do sistema ou a pergunta, ou escolha outro modelo.',
    safe: textKept,
    commandLine: {
      todo: 'Mude a pergunta como ele pede ou acrescente --raw para ir sem o formato.',
      safe: nothingChanged
    }
  }),
  modelNotFound: (p) => ({
    what: `Não há um modelo “${p.model}” na lista.${nearest(p.nearest)}`,
    todo: 'Escolha outro modelo.',
    safe: textKept,
    commandLine: {
      todo: '`lethe models` lista o que há; `lethe import PATH` adiciona um.',
      safe: nothingChanged
    }
  }),
  modelFilesMissing: (p) => ({
    what: `O arquivo não está mais em ${p.path}.`,
    todo: 'Localize-o ou tire-o da lista.',
    safe: 'Nada mais é afetado.',
    commandLine: {
      todo: 'Reponha a pasta ou importe-a de onde ela está agora.',
      safe: 'O modelo continua na biblioteca com suas conversas.'
    }
  }),
  weightsChanged: (p) => ({
    what: `Os pesos em ${p.path} já não são os que foram adicionados.`,
    todo: 'Reponha os arquivos antigos ou adicione a pasta de novo: agora é outro modelo.',
    safe: nothingChanged,
    commandLine: {
      todo: 'Reponha os arquivos antigos ou importe a pasta de novo como outro modelo.'
    }
  })
} satisfies Partial<ErrorSentenceTable>
