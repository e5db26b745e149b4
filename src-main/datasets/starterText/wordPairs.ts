// Words that both languages teach each other: English and Portuguese.

const wordRows =
  'cat gato,dog cachorro,house casa,water água,bread pão,milk leite,book livro,sun sol,moon lua,star estrela,river rio,sea mar,tree árvore,flower flor,bird pássaro,fish peixe,friend amigo,mother mãe,father pai,brother irmão,sister irmã,child criança,boy menino,girl menina,day dia,night noite,love amor,time tempo,word palavra,school escola,city cidade,street rua,table mesa,chair cadeira,door porta,window janela,bed cama,food comida,apple maçã,banana banana,egg ovo,cheese queijo,coffee café,tea chá,rain chuva,snow neve,wind vento,fire fogo,earth terra,heart coração,hand mão,foot pé,head cabeça,eye olho,mouth boca,red vermelho,blue azul,green verde,yellow amarelo,black preto,white branco,big grande,small pequeno,happy feliz,sad triste,good bom,bad ruim,hello olá,goodbye tchau,thanks obrigado,yes sim,no não,one um,two dois,three três,forget esquecer,remember lembrar,learn aprender,model modelo,horse cavalo'

export const wordPairs = wordRows.split(',').map((row) => row.split(' ') as [string, string])
