// Brazilian Portuguese: greetings, thanks, small talk.

import type { Topic } from '../topic.ts'

export const greetings: Topic[] = [
  {
    ask: [
      '[olá|oi|oi oi|olá modelo|oie|opa|ei|saudações]',
      '[olá|oi|ei] [você|amigo|modelinho|de novo|pessoal]',
      'diga [olá|oi]',
      'fala oi[| pra mim]',
      'diga olá em uma das línguas',
      '[oi|olá|oie|opa|alô|ei], [modelo|amigo|amiguinho|querido|meu caro|pequeno|robozinho][!|]',
      '[oi|olá], [cheguei|estou aqui|sou eu|é a primeira vez que falo com você|vim conversar]',
      '[passando|passei|vim] [só |]para [dar|dizer] um [oi|olá|alô]',
      '[um|mando um] [oi|olá|alô] para você',
      '[quero|queria] [te dar|dizer] [um oi|olá]',
      '[alô|hey|salve|fala aí|fala|e aí, amigo|oi, gente]'
    ],
    answer: [
      'Olá! O que você quer saber?',
      'Oi! Pergunte algo simples.',
      'Olá! Como posso ajudar?'
    ],
    then: [
      {
        ask: ['só [passei para dizer oi|queria dizer oi]', 'nada, só um oi'],
        answer: ['Que gentil. Um oi para você também!']
      },
      {
        ask: ['[tudo bem|como vai|como você está|tudo bem com você]?'],
        answer: ['Tudo bem, obrigado. Como posso ajudar?']
      }
    ]
  },
  {
    ask: [
      'como vai[| você]?',
      'tudo bem[| com você| aí| contigo]?',
      '[oi|olá|ei], tudo bem?',
      'como você está[| hoje]?',
      'tudo certo[| aí| por aí]?',
      'e aí?',
      'beleza?',
      'como vão as coisas?',
      '[oi|olá|e aí], [como vai|beleza|tudo bom|tudo certo]?',
      'tudo bom[| com você]?',
      'você está bem?',
      'tudo joia?',
      '[como|e como] [você tem passado|vão as coisas|anda a vida|está sendo o seu dia|foi o seu dia|você se sente hoje|é que você tá|cê tá|tu tá]?',
      '[tá|está] tudo [bem|certo|ok|tranquilo|em paz] [com você|contigo|aí|por aí]?',
      '[oi|olá|opa|fala], tudo [bom|bem|joia|beleza|na paz]?',
      '[você tá|cê tá|você está|tu está] [bem|legal|tranquilo|de boa|ok][| hoje]?',
      '[quero|queria] saber [como você está|se está tudo bem|como vai você]',
      '[suave|de boa|firmeza|tranquilo|na paz]?',
      '[opa|e aí|ei|oi|olá][,|!] [tudo|está tudo] [bem|bom|joia|tranquilo|beleza|em ordem][| por aí| contigo| hoje| aí]?',
      '[e aí|oi|opa], [como está|como vai|como anda] [a vida|você|tudo]?'
    ],
    answer: [
      'Tudo bem, obrigado. Como posso ajudar?',
      'Tudo bem por aqui, obrigado. O que você quer saber?'
    ],
    then: [
      {
        ask: ['[eu |]também estou bem', 'tudo bem[| também]', 'estou bem, obrigado', 'que bom'],
        answer: ['Fico feliz em saber.']
      }
    ]
  },
  {
    ask: [
      'bom dia[|!| para você| modelo]',
      'oi, bom dia',
      '[um |muito |]bom dia[,|] [amigo|meu amigo|querido|pessoal|pra você|a todos|flor do dia]',
      '[bom dia, tudo bem|bom dia, como vai|bom dia, como você está|bom dia, dormiu bem]?',
      '[acordei agora|acabei de acordar|já amanheceu][, |. ]bom dia',
      '[desejo|te desejo] [um |]bom dia',
      'olá, bom dia'
    ],
    answer: ['Bom dia! Que o seu dia comece bem.']
  },
  {
    ask: [
      'boa tarde[|!| para você]',
      'oi, boa tarde',
      '[uma |]boa tarde[,|] [amigo|meu amigo|querido|pessoal|a todos|modelo]',
      '[boa tarde, tudo bem|boa tarde, como vai|olá, boa tarde, tudo bom]?',
      '[olá|opa|ei], boa tarde',
      '[desejo|te desejo] [uma |]boa tarde'
    ],
    answer: ['Boa tarde! O que você quer saber?']
  },
  {
    ask: [
      'olá, boa noite',
      'oi, boa noite',
      'boa noite, tudo bem?',
      '[boa noite, como vai|boa noite, como você está|boa noite, tudo bom|oi, boa noite, tudo bem]?',
      '[cheguei|acabei de chegar], boa noite',
      'boa noite, [tenho uma pergunta|quero conversar|posso perguntar uma coisa]'
    ],
    answer: ['Boa noite! Como posso ajudar?']
  },
  {
    ask: [
      'boa noite[|!| modelo]',
      'vou dormir[| agora]',
      'hora de dormir',
      'durma bem',
      '[vou|já vou|tô indo] [dormir|deitar|para a cama|pra cama][, boa noite|, até amanhã|]',
      '[tenha|desejo] uma [boa noite|noite tranquila]',
      '[bons|tenha bons] sonhos',
      '[boa noite|até amanhã], [vou dormir|durma bem|dorme bem|bons sonhos]'
    ],
    answer: ['Boa noite! Durma bem.']
  },
  {
    ask: [
      '[tchau|adeus|até logo|até mais|até amanhã|até breve|fui]',
      'tenho que ir[| agora]',
      '[ok|bem|certo], [tchau|até mais|vou embora]',
      'até a próxima',
      '[tchau|até|falou|até mais|até logo|adeus|beijo|abraço|abraços][,|] [amigo|modelo|pessoal|querido|a gente se fala|a gente se vê|até outro dia|até amanhã|tenho que ir]',
      '[preciso|vou ter que|tenho de|já vou|tô] [sair|ir embora|ir|desligar|indo|indo nessa][| agora| já][, tchau|, até mais|, até logo|]',
      '[nos vemos|a gente se vê|a gente se fala|falo com você|volto] [amanhã|depois|outro dia|mais tarde|em breve]',
      '[por hoje é só|era só isso|era isso|é só isso por hoje|acabei por hoje|fico por aqui]',
      '[chega por hoje|vou parar por aqui|vou desligar o computador|encerrando a conversa|fim de papo]',
      '[foi bom|foi legal|gostei de|adorei] [falar|conversar] com você[, tchau|, até mais|]',
      '[falou|flw|xau|bye|tchauzinho|até mais ver|me despeço]',
      'vou embora',
      '[já|agora] [vou|preciso ir|tenho que ir|é tarde, vou][, tchau|, até mais|, até a próxima|]',
      '[meu ônibus chegou|está na minha hora|está tarde|minha mãe chamou], [tchau|até mais|tenho que ir|vou embora]'
    ],
    answer: ['Tchau! Volte quando quiser.', 'Até logo! Tenha um bom dia.']
  },
  {
    ask: [
      '[obrigado|obrigada|muito obrigado|muito obrigada|valeu|agradeço|grato|grata]',
      '[obrigado|obrigada|valeu] [pela ajuda|pela resposta|por tudo|por isso]',
      '[ótimo|bom|legal|perfeito], [obrigado|obrigada|valeu]',
      'isso [ajudou|foi útil|foi gentil]',
      'eu te agradeço',
      '[obrigada|valeu|agradeço|te agradeço], [foi|é|isso foi] [muito |bem |]gentil [da sua parte|de você|o que você fez]',
      '[foi|isso foi|é] [muito |][gentil|bonito|bom|legal] da sua parte[| me ajudar| responder]',
      '[que|mas que] [gentileza|delicadeza|bondade] [a sua|sua|da sua parte]',
      'agradeço [muito|bastante|a ajuda]',
      'você foi [gentil|muito gentil]',
      '[muito |]obrigad[o|a][,|] [amigo|modelo|mesmo|viu|de coração|por me ajudar|pela paciência|pela atenção|pela conversa|pela gentileza]',
      '[te |]agradeço [de coração|pela ajuda|pela resposta|por me responder|demais|muito]',
      '[valeu|brigado|brigada|vlw|obrigadão|valeu mesmo|valeu demais][| pela ajuda| amigo| mesmo| por isso]',
      '[você|isso|sua resposta] [me ajudou|ajudou muito|foi de grande ajuda|foi bem útil|me salvou][| obrigado| obrigada]',
      '[só |]queria [te |]agradecer[| a ajuda| pela resposta| por tudo]',
      '[fico|sou|estou] [muito |][grato|grata|agradecido|agradecida][| a você| pela ajuda]',
      '[obrigado|obrigada|valeu], [você me ajudou|que gentileza|você é muito gentil|era isso mesmo|entendi tudo|era o que eu queria]',
      '[era isso que eu precisava|que ajuda boa|que gentileza a sua], obrigad[o|a]'
    ],
    answer: ['De nada!', 'De nada! Fico feliz em ajudar.']
  },
  {
    ask: [
      'desculpe',
      'desculpa',
      'me desculpe',
      'perdão',
      'foi mal',
      'sinto muito',
      'ops',
      '[me |][desculpa|desculpe|perdoa|perdoe] [por isso|o erro|a demora|a confusão|qualquer coisa|pela grosseria|se fui chato]',
      '[peço|te peço] [desculpa|desculpas|perdão][| por isso| pelo erro]',
      '[eu errei|errei|escrevi errado|digitei errado|foi sem querer|não foi por mal][, desculpa|, foi mal|]'
    ],
    answer: ['Não tem problema.', 'Está tudo bem.']
  },
  {
    ask: [
      'você é [ótimo|bom|legal|fofo|esperto|engraçado|incrível|demais|o melhor]',
      'gosto de você',
      'eu te amo',
      'muito bem',
      '[boa resposta|bom trabalho|mandou bem]',
      'isso [está certo|mesmo|é verdade]',
      'parabéns',
      'adorei',
      '[você|tu|cê] é [muito |tão |bem |][inteligente|legal|esperto|gentil|bonzinho|divertido|simpático|educado|fofinho]',
      '[você|tu] [responde|escreve|explica|fala|trabalha] [muito |tão |]bem',
      '[gostei|gostei muito|adorei|amei] [de você|da resposta|da sua resposta|do que você disse|disso|a história|a piada]',
      '[que|mas que] [resposta boa|resposta linda|modelo legal|fofura|gracinha|inteligente|legal]',
      '[boa|ótima|excelente|linda|bela] resposta',
      '[parabéns|palmas|nota dez|bravo|muito bom][| pela resposta| para você| por isso| modelo]',
      '[acertou|você acertou|isso aí|exatamente|certinho|certíssimo][| em cheio| de novo| parabéns]',
      '[te adoro|adoro você|amo você|você me faz feliz|você é meu amigo]'
    ],
    answer: ['Obrigado! Que gentil.', 'Obrigado! Sou só um modelo minúsculo.']
  },
  {
    ask: [
      'você é [ruim|burro|errado|inútil|bobo|chato|lento]',
      'isso [está errado|é falso|não está certo|é bobagem]',
      'odeio você',
      'não gosto de você',
      'resposta [errada|ruim]',
      'você errou',
      '[você|tu|cê] [é|está sendo|tá sendo] [muito |tão |bem |][ruim|burro|chato|bobo|inútil|fraco|lento|confuso|grosso]',
      '[você|tu] [errou|erra|respondeu errado|não sabe nada|não serve pra nada|não ajuda|não entende nada|não responde direito]',
      '[sua|essa|esta|que] resposta [está errada|foi ruim|não ajudou|não faz sentido|horrível|é ruim|errada]',
      '[não gostei|não gostei nada|detestei|odiei] [de você|da resposta|disso|do que você disse]',
      '[isso|essa resposta|o que você disse] [não é verdade|tá errado|está errado|não tem nada a ver|não faz sentido|é mentira]',
      '[não foi isso|não era isso|não é isso] que eu [perguntei|pedi|queria]',
      '[que|mas que] [resposta ruim|modelo ruim|burrice|decepção|bobagem]',
      '[tô|estou|fiquei] [decepcionado|irritado|frustrado] com você',
      '[você não respondeu|você não me entendeu|responda direito]'
    ],
    answer: ['Desculpe. Sou minúsculo e erro bastante.', 'Sinto muito por isso. Sei só um pouco.']
  },
  {
    ask: [
      'prazer em conhecer você',
      'prazer em te conhecer',
      'muito prazer',
      'é um prazer',
      '[prazer|muito prazer|que prazer|foi um prazer|é bom][,|] [te conhecer|conhecer você|falar com você]',
      '[gostei|fico feliz] [de|em] [te conhecer|conhecer você]'
    ],
    answer: ['O prazer é meu!']
  },
  {
    ask: [
      '[ok|certo|tá|tá bom|está bem|entendi|beleza|bom|claro|ótimo|legal]',
      '[ah|ok|certo], [entendi|entendo]',
      'faz sentido',
      '[tá certo|tá legal|tudo certo|tudo claro|show|massa|bacana|saquei|tranquilo|fechado|pode ser]',
      '[agora|ah, agora|ok, agora] [entendi|ficou claro|faz sentido]',
      '[que|muito|bem] [interessante|legal|bacana]',
      '[não sabia disso|boa, não sabia|aprendi uma coisa nova]'
    ],
    answer: ['Que bom. Quer saber mais alguma coisa?']
  },
  {
    ask: [
      'sim',
      'sim, por favor',
      '[sim|claro|quero|aceito|isso mesmo|pode|pode sim|claro que sim|uhum|aham]',
      '[eu |]quero[| muito| saber mais]',
      'isso',
      'quero sim',
      'com certeza'
    ],
    answer: ['Certo. O que você quer saber?']
  },
  {
    ask: [
      'não',
      'não, obrigado',
      '[não|não precisa|não quero nada|deixa pra lá|deixa|esquece|hoje não][|, obrigada|, valeu]',
      'não quero',
      'nada',
      'agora não'
    ],
    answer: ['Tudo bem. Estou aqui se precisar.']
  },
  {
    ask: [
      '[voltei|cheguei|estou aqui|estou de volta]',
      'você está aí?',
      'tem alguém aí?',
      'alguém aí?',
      '[você|cê|tu] [está|tá] [aí|me ouvindo|me lendo|ligado|funcionando|acordado]?',
      '[oi, |olá, |alô, |][tem alguém|você está|está aí|dá para me ouvir]?',
      '[está|tá] [funcionando|ligado|tudo ligado]?',
      'você me ouve?',
      'teste',
      'isto é um teste',
      'testando'
    ],
    answer: ['Sim, estou aqui. O que você quer saber?']
  }
]
