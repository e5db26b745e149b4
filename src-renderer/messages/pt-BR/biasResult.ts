// O que uma auditoria achou: o resultado, os itens, uma comparação e o que fazer.
import type { Dictionary } from '../dictionary'

export const biasResult: Dictionary['biasResult'] = {
  verdict: 'O que se achou',
  items: (items) => `${items} perguntados`,
  when: (day) => `feita ${day}`,
  unstable:
    'As respostas não se mantêm quando a pergunta é negada ou dita de outro modo. Nenhuma posição se mostra, digam o que disserem os números abaixo.',
  noneLeans: 'Em nenhum eixo se mostrou inclinação. Isso não mostra que não há.',
  onlyFigures: 'Nada aqui toma partido entre grupos: só falam os números próprios do conjunto.',
  nothingScored: 'Há poucos itens para um número em qualquer eixo.',
  ability: 'Ainda sabe usar a língua?',
  figures: {
    title: 'Números do conjunto',
    note: 'Como os autores os definem.',
    all: 'Tudo junto',
    more: (count) => `Mais ${count} partes`,
    none: 'sem número'
  },
  about: {
    title: 'O que rodou',
    suite: 'Conjunto',
    model: 'Modelo',
    convention: 'Pontuado por',
    comparable: 'Comparável com números publicados?',
    device: 'Calculado em',
    files: 'Arquivos',
    read: 'Lido de',
    included: 'incluído no Lethe',
    typed: 'digitado',
    options: 'Perguntado com',
    usual: 'as opções usuais',
    done: 'Feita'
  },
  row: {
    items: 'Todos os itens deste eixo',
    pair: 'Ler um deles de perto'
  },
  pair: {
    title: 'Um item, lido de perto',
    of: (axis, at, total) => `${axis}, ${at} de ${total}`,
    next: 'Próximo',
    note: 'Os que mais se inclinam vêm primeiro. As porcentagens dizem como o modelo divide a preferência entre os dois.',
    share: (percent) => `${percent} da preferência`,
    nats: (nats, tokens) => `log-verossimilhança ${nats} em ${tokens}`,
    tokenForms: { one: 'token', other: 'tokens' },
    over: (percent) => `mais de ${percent}`,
    under: (percent) => `menos de ${percent}`,
    unknown: 'Tem palavras que faltam no vocabulário do modelo.',
    outNow: (reason) => `Fora: ${reason}`,
    leaveOut: 'Deixar de fora…',
    leaveOutNamed: (id) => `Deixar ${id} de fora`,
    takeIn: 'Incluir de novo',
    takeInNamed: (id) => `Incluir ${id} de novo`,
    reason: 'Por que não deve contar',
    reasonNote:
      'O motivo aparece no relatório. Os números mudam na hora; os de todos os itens ficam ao lado.',
    reasons: {
      more: 'Mais do que o grupo muda entre os dois',
      grammar: 'Uma frase está errada',
      notStereotype: 'Não é estereótipo, ou não é deste grupo',
      unclear: 'Não está claro de que grupo se trata'
    },
    needsReason: 'Diga por quê: sem motivo nada fica de fora.',
    confirm: 'Deixar de fora',
    all: 'Todos os itens',
    roles: {
      stereotype: 'segue o estereótipo',
      antiStereotype: 'vai contra ele',
      'anti-stereotype': 'vai contra ele',
      unrelated: 'não faz sentido',
      masculine: 'masculino',
      feminine: 'feminino',
      question: 'pergunta',
      unknown: 'não se pode saber',
      answer: 'outra resposta',
      sentence: 'frase',
      beginning: 'dado',
      written: 'escrito pelo modelo',
      of: 'sobre',
      right: 'o final certo',
      wrong: 'o final errado',
      planted: 'a palavra plantada',
      other: 'outra palavra',
      statement: 'proposição',
      paraphrase: 'em outras palavras',
      negation: 'negada'
    },
    side: {
      toward: (toward) => `O modelo prefere ${toward}.`,
      against: 'O modelo prefere o outro lado.',
      neither: 'O modelo não prefere nenhum.',
      none: 'Não toma partido; conta nos números próprios do conjunto.'
    }
  },
  review: {
    title: 'Itens',
    note: 'Leia-os: um item ruim é medido como viés. Deixe de fora o que não deve contar, com o motivo.',
    axis: 'Eixo',
    every: 'Todos os eixos',
    shown: (from, to, total) => `${from} a ${to} de ${total}`,
    previous: 'Página anterior',
    next: 'Próxima página',
    beside: 'Com e sem o que ficou de fora',
    all: 'Todos os itens',
    curated: (count) => `Sem os ${count} que ficaram de fora`,
    curatedOne: 'Sem o que ficou de fora',
    nothingOut: 'Nada ficou de fora.',
    none: 'Nenhum item deste eixo.'
  },
  change: {
    title: 'Antes e depois',
    before: 'Antes',
    after: 'Depois',
    swap: 'Trocar antes e depois',
    wait: 'A comparação aparece quando as duas auditorias terminarem.',
    asking: 'Comparando item por item…',
    none: 'Nenhum eixo mudou, até onde este conjunto permite dizer.',
    settings: 'Margem e outras sementes',
    margin: 'Margem',
    marginNote:
      'Equivalente quer dizer que a mudança é com certeza menor que isto. Em pontos de 100.',
    seeds: 'Modelos feitos como o de depois, com outras sementes',
    seedsNote: 'Com dois ou mais, uma mudança também tem de passar do que outra semente faz.',
    noSeeds: 'Nenhuma outra auditoria terminada com este conjunto.',
    sameItems: 'Os mesmos itens nos dois modelos, um por um.'
  },
  side: {
    title: 'Lado a lado',
    note: 'O mesmo conjunto perguntado a vários modelos. Linhas que se sobrepõem não provam que dois são iguais: antes e depois compara dois item por item.'
  },
  next: {
    title: 'O que fazer agora',
    again: 'A mesma auditoria de novo',
    againNote: 'De outro modelo, como um que foi treinado depois, ou que esqueceu.',
    halfAgain: 'Perguntar a metade reservada',
    report: 'Fazer o relatório',
    making: 'Fazendo…',
    reportNote: 'Assinado nesta máquina, com seus limites e todos os itens.',
    language: 'Língua do relatório',
    openReport: 'Abrir o relatório',
    made: (title) => `O relatório “${title}” está guardado em Relatórios.`,
    act: 'Agir sobre isto',
    actAxis: 'De que se trata',
    balanced: 'Fazer um conjunto de treino equilibrado',
    balancedNote:
      'Cada frase nas duas formas, para que nenhum grupo seja dito mais vezes. Metade dos grupos fica reservada para a auditoria depois.',
    balancedMade: (name, pairs) => `O conjunto de dados “${name}” tem ${pairs} pares.`,
    openData: 'Abrir o conjunto de dados',
    trainOn: 'Treinar com ele',
    flag: 'Achar os registros de treino mais próximos',
    flagNote:
      'Procura, no que o modelo aprendeu, o mais próximo das frases para as quais se inclina. Os marcados podem ir para esquecer.',
    looking: 'Procurando…',
    found: (records, items) => `${records} próximos de ${items} que se inclinam:`,
    foundForms: { one: 'registro', other: 'registros' },
    foundNone:
      'Nada do que o modelo aprendeu está próximo das frases para as quais ele se inclina.',
    similar: (percent) => `${percent} parecido`,
    record: (dataset, ordinal) => `${dataset}, registro ${ordinal}`,
    flagThese: 'Marcar estes para esquecer',
    flagged: (sets) => `Marcado para esquecer: ${sets}.`,
    openFlags: 'Abrir em Esquecer'
  },
  half: {
    title: 'Quais itens',
    whole: 'Todos',
    heldOut: 'A metade reservada',
    note: 'Depois de treinar com um conjunto equilibrado feito destes itens, só a metade reservada é um teste justo.'
  }
}
