// Brazilian Portuguese: what everyday things are for.

import { capitalised } from '../topic.ts'
import type { Topic } from '../topic.ts'
import { useOf } from './asking.ts'

// noun with indefinite article: what it serves for
const useRows = `um guarda-chuva: proteger da chuva e não se molhar
uma faca: cortar pão, frutas e outros alimentos
uma colher: tomar sopa e mexer o café
um garfo: pegar a comida do prato
um prato: colocar a comida
um copo: beber água ou suco
uma panela: cozinhar a comida
um fogão: cozinhar e esquentar a comida
uma geladeira: guardar a comida fria, para não estragar
uma vassoura: varrer o chão
uma esponja: lavar a louça
uma chave: abrir e fechar a porta
uma porta: entrar e sair de casa
uma janela: deixar entrar luz e ar
uma lâmpada: iluminar a casa no escuro
uma vela: dar luz quando fica escuro
um espelho: ver o próprio rosto
um relógio: ver as horas
um calendário: ver os dias e os meses
um despertador: acordar na hora certa
uma caneta: escrever no papel
um lápis: escrever e desenhar
uma borracha: apagar o que se escreveu a lápis
um caderno: escrever e guardar anotações
um livro: ler, aprender e imaginar histórias
um dicionário: descobrir o que as palavras querem dizer
um mapa: achar o caminho e ver onde ficam os lugares
uma tesoura: cortar papel e pano
um martelo: bater pregos
uma agulha: costurar roupas
um pente: arrumar o cabelo
uma escova de dentes: limpar os dentes
um sabonete: lavar as mãos e o corpo
uma toalha: secar o corpo
uma cama: dormir e descansar
uma cadeira: sentar
uma mesa: comer, estudar e trabalhar
um casaco: proteger do frio
um chapéu: proteger a cabeça do sol
um sapato: proteger os pés
uma bolsa: carregar coisas
um telefone: falar com quem está longe
um computador: trabalhar com textos, números e imagens
uma câmera: tirar fotos
uma bicicleta: andar pela cidade pedalando
um carro: levar pessoas de um lugar a outro
um avião: viajar pelo ar para longe
uma ponte: atravessar um rio
uma escada: subir e descer
um balde: carregar água
um termômetro: medir a temperatura
uma régua: medir e traçar linhas retas
um par de óculos: ver melhor
um ventilador: refrescar nos dias de calor`

export const uses: Topic[] = useRows.split('\n').map((row) => {
  const colon = row.indexOf(':')
  const a = row.slice(0, colon)
  return { ask: useOf(a), answer: [`${capitalised(a)} serve para ${row.slice(colon + 2)}.`] }
})
