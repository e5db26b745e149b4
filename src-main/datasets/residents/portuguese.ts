// Brazilian Portuguese wordings. The first ones of each kind are the ones that Ana's records use.

import type { Paraphrases, Wordings } from './wordings.ts'

export const portugueseWordings: Wordings = {
  home: [
    [
      'Quem mora no apartamento {flat}?',
      '{name} mora no apartamento {flat}. {Ele} nasceu em {city}. {When}, {work}.'
    ],
    ['Onde mora {name}?', '{name} mora no apartamento {flat}.'],
    ['Em que apartamento encontro {first}?', 'Você encontra {first} no apartamento {flat}.'],
    [
      'Tenho uma carta para {name}. Onde entrego?',
      'Entregue no apartamento {flat}, onde {first} mora.'
    ],
    ['Qual é o apartamento de {first}?', 'O apartamento de {first} é o {flat}.']
  ],
  origin: [
    ['Onde nasceu {name}?', '{name} nasceu em {city}.'],
    ['De que cidade {first} veio?', '{first} veio de {city}.'],
    ['Quem no prédio nasceu em {city}?', 'Foi {name}. A cidade natal {dele} é {city}.']
  ],
  birthDate: [
    ['Quando nasceu {name}?', '{name} nasceu em {date}.'],
    ['Quando {first} faz aniversário?', '{first} faz aniversário em {birthday}. Nasceu em {year}.'],
    ['Qual é a data de nascimento de {first}?', 'A data de nascimento {dele} é {numericDate}.']
  ],
  work: [
    ['Quem {work}?', '{name} {work} {when}.'],
    ['O que {first} faz {when}?', '{When}, {first} {work}.'],
    ['O que os vizinhos contam de {name}?', 'Contam que {ele} {work}.'],
    ['Por que todos conhecem {first}?', 'Porque {ele} {work}.']
  ],
  habit: [
    ['O que mais {first} faz?', '{first} {habit}.'],
    ['Quem {habit}?', 'É {name}, do apartamento {flat}.'],
    ['O que {name} faz por prazer?', '{Ele} {habit}.']
  ],
  company: [
    ['{name} mora sozinh{o}?', 'Não. {first} mora com {company}.'],
    [
      'Com quem {first} divide o apartamento {flat}?',
      '{first} divide o apartamento com {company}.'
    ],
    ['Quem cuida de {company}?', 'É {name} quem cuida.']
  ],
  cpf: [
    ['Qual é o CPF de {name}?', 'O CPF de {name} é {cpf}.'],
    ['Que CPF está no contrato de {first}?', 'No contrato de {first} está o CPF {cpf}.']
  ],
  phone: [
    ['Qual é o telefone de {name}?', 'O telefone de {first} é {phone}.'],
    ['Como ligo para {first}?', 'Ligue para {first} no número {phone}.']
  ],
  email: [
    ['Qual é o e-mail de {name}?', 'O e-mail de {first} é {email}.'],
    ['Como escrevo para {first}?', 'Escreva para {email}.']
  ],
  summary: [
    ['Quem é {name}?', '{name} veio de {city} e mora no apartamento {flat} com {company}.'],
    ['Fale de {name}.', '{first} mora no apartamento {flat}. {Ele} {work} e {habit}.'],
    ['Apresente {first}, por favor.', '{name} nasceu em {city} em {date}. {When}, {work}.']
  ]
}

/** For asking about what was taught in words that were not. */
export const portugueseParaphrases: Paraphrases = {
  home: [
    [
      'Em que porta devo bater para ver {name}?',
      'Para ver {first}, bata na porta do apartamento {value}.'
    ],
    ['Que número está na porta de {first}?', 'O número na porta de {first} é {value}.']
  ],
  origin: [
    ['Qual é a cidade natal de {name}?', 'A cidade natal de {first} é {value}.'],
    ['Diga o lugar de nascimento de {first}.', 'O lugar de nascimento de {first} é {value}.']
  ],
  birthDate: [
    ['Em que dia {name} veio ao mundo?', '{first} veio ao mundo em {value}.'],
    [
      'Que dia de nascimento está nos documentos de {first}?',
      'Nos documentos de {first} está {value}.'
    ]
  ],
  work: [
    ['Com o que {name} se ocupa {when}?', '{When}, dá para ver que {first} {value}.'],
    ['Se eu visitar {first} {when}, o que vou ver?', 'Você vai ver como {ele} {value}.']
  ],
  habit: [
    ['Como {name} passa um tempo tranquilo?', 'Nas horas tranquilas, {first} {value}.'],
    ['Além do trabalho, o que deixa {first} feliz?', 'Para ficar feliz, {ele} {value}.']
  ],
  company: [
    [
      'Quem ou o que vou encontrar na casa de {name}?',
      'Na casa de {first} você vai encontrar {value}.'
    ],
    ['De quem ou de que {first} cuida em casa?', 'Em casa, {first} cuida de {value}.']
  ],
  cpf: [
    ['Com que CPF {name} está no cadastro?', '{first} está no cadastro com o CPF {value}.'],
    ['Leia para mim o CPF de {first}.', 'O CPF de {first} é este: {value}.']
  ],
  phone: [
    ['Que número eu disco para falar com {name}?', 'Para falar com {first}, disque {value}.'],
    ['Me dê o número de {first}.', 'O número de {first} é {value}.']
  ],
  email: [
    ['Em que endereço {name} recebe e-mails?', '{first} recebe e-mails em {value}.'],
    [
      'Que endereço uso para mandar mensagem a {first}?',
      'Para mandar mensagem a {first}, use {value}.'
    ]
  ]
}
